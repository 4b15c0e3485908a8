package org.parley.archive.table.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns in order.
 *
 * @param <R> the rows
 * @param description what a row is, in sentences
 * @param primaryKey the columns that identify a row; empty if none do
 * @param foreignKey the columns that refer to the row of another table; empty without one
 * @param refersTo the name of that table; null without one
 */
public record AnalysisTable<R>(
        String name,
        String title,
        String description,
        List<AnalysisColumn<R>> columns,
        List<String> primaryKey,
        List<String> foreignKey,
        @Nullable String refersTo) {

    public AnalysisTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKey = List.copyOf(foreignKey);
    }

    public List<String> columnNames() {
        return columns.stream().map(AnalysisColumn::name).toList();
    }

    /** The values of a row, in the order of the columns. */
    public List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(column.value().apply(row)));
        return values;
    }
}
