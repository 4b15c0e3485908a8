package org.parley.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param line its first line, from 1
 * @param lastLine its last line
 * @param cells without the spaces around them
 * @param unquoted cells whose quotation marks were taken for the table's although they may be the text's, as written
 * @param fault why it cannot be cut into cells for certain; null when it can
 */
record RawRow(
        long line, long lastLine, List<String> cells, Map<Integer, String> unquoted, @Nullable Message fault) {

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
