/** The page of one matter and all that happened in it. */
@NullMarked
package org.parley.desk.matter;

import org.jspecify.annotations.NullMarked;
