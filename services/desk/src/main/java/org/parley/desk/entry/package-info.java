/** The page of one development and the editorial entries about it. */
@NullMarked
package org.parley.desk.entry;

import org.jspecify.annotations.NullMarked;
