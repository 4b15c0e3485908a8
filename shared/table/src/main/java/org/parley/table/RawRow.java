package org.parley.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.table.message.ImportMessage;

/**
 * A row of a table file.
 *
 * @param line its first line, from 1
 * @param lastLine its last line
 * @param cells the trimmed cells
 * @param unquoted the original text, by index, of cells whose removed quotation marks may belong to the text
 * @param fault why its cells are ambiguous; null when they are not
 */
record RawRow(
        long line,
        long lastLine,
        List<String> cells,
        Map<Integer, String> unquoted,
        @Nullable ImportMessage fault) {

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
