/** What a cell means as the field of a command: dates, numbers, parties, choices; an unclear cell is refused, never guessed. */
@NullMarked
package org.parley.table.cell;

import org.jspecify.annotations.NullMarked;
