/** Commands read from tables and from lines of JSON; nothing in a cell is guessed at, dropped or changed unseen. */
@NullMarked
package org.parley.table;

import org.jspecify.annotations.NullMarked;
