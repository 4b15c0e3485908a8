package org.parley.archive.table.schema;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param <R> the rows
 * @param description what its values mean, as a sentence without a full stop
 * @param required whether every row has a value
 * @param values the only possible values; empty if they are not enumerated
 * @param pattern the form of the values as a regular expression; null without one
 * @param value the value of a row: a text, a number, a truth value, a list of texts, or null
 */
public record AnalysisColumn<R>(
        String name,
        ColumnType type,
        String description,
        boolean required,
        List<String> values,
        @Nullable String pattern,
        Function<R, @Nullable Object> value) {

    public AnalysisColumn {
        values = List.copyOf(values);
    }

    static <R> AnalysisColumn<R> required(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new AnalysisColumn<>(name, type, description, true, List.of(), null, value);
    }

    static <R> AnalysisColumn<R> optional(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new AnalysisColumn<>(name, type, description, false, List.of(), null, value);
    }

    /** The same column with only these values, in alphabetical order. */
    AnalysisColumn<R> of(Collection<String> only) {
        return new AnalysisColumn<>(
                name,
                type,
                description,
                required,
                only.stream().distinct().sorted().toList(),
                pattern,
                value);
    }

    /** The same column with values of this form. */
    AnalysisColumn<R> matching(String form) {
        return new AnalysisColumn<>(name, type, description, required, values, form, value);
    }
}
