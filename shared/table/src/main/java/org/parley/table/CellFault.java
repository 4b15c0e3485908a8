package org.parley.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell is refused, and what to write instead.
 *
 * @param column the heading of its column; null for a fault of the whole row
 */
public record CellFault(@Nullable String column, Message message) {
    /** The message, preceded by its column. */
    public String text(Locale locale) {
        return column == null ? message.text(locale) : column + ": " + message.text(locale);
    }
}
