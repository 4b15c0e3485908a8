/** Reads commands from tables and NDJSON. No cell is guessed, dropped, or changed without a note. */
@NullMarked
package org.parley.table;

import org.jspecify.annotations.NullMarked;
