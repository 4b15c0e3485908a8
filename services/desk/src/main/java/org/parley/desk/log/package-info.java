/** The box "What happened?": a sentence or an address, the form proposed from it, and the list of all commands. */
@NullMarked
package org.parley.desk.log;

import org.jspecify.annotations.NullMarked;
