/** The page of one matter and its history. */
@NullMarked
package org.parley.desk.matter;

import org.jspecify.annotations.NullMarked;
