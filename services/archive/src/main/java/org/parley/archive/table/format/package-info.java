/** Tables as CSV and NDJSON, row by row. */
@NullMarked
package org.parley.archive.table.format;

import org.jspecify.annotations.NullMarked;
