package org.parley.table.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell is refused, and what to write instead.
 *
 * @param column the heading of its column; null for a fault of the whole row
 */
public record CellFault(@Nullable String column, ImportMessage message) {
    /** The message, preceded by its column. */
    public String text(Locale locale) {
        return column == null ? message.text(locale) : column + ": " + message.text(locale);
    }
}
