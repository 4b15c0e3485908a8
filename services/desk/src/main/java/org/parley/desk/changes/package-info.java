/** The page that shows the differences between two instants and their causes. */
@NullMarked
package org.parley.desk.changes;

import org.jspecify.annotations.NullMarked;
