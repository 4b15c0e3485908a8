package org.parley.archive.table.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table. */
interface RowWriter {
    /**
     * Writes a row.
     *
     * @param values the values of its columns: texts, numbers, truth values, lists of texts, or null
     * @throws IOException if the output fails
     */
    void write(List<@Nullable Object> values) throws IOException;
}
