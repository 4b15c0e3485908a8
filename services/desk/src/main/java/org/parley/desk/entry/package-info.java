/** The page of one development and all that was later said of it. */
@NullMarked
package org.parley.desk.entry;

import org.jspecify.annotations.NullMarked;
