package org.parley.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell cannot be taken, and what to write instead.
 *
 * @param column the heading of its column; null where it is about the row as a whole
 */
public record CellFault(@Nullable String column, Message message) {
    /** The sentence with its column in front. */
    public String text(Locale locale) {
        return column == null ? message.text(locale) : column + ": " + message.text(locale);
    }
}
