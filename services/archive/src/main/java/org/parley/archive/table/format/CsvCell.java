package org.parley.archive.table.format;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV cell.
 *
 * <p>Several values of a cell are joined by {@code ;}, and {@code \} escapes a {@code ;} or {@code \} in a value.
 *
 * <p>A value that a spreadsheet would interpret as a formula, because it starts with {@code =}, {@code +}, {@code -},
 * {@code @}, one of their full-width forms, a tab or a line break, is preceded by an apostrophe; so is a value with
 * such a sign after leading apostrophes. A reader of the file removes that one apostrophe.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
public final class CsvCell {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final Pattern SEPARATOR = Pattern.compile("[;\\\\]");

    private CsvCell() {}

    /** A cell with one value, which no spreadsheet interprets as a formula; empty for null. */
    public static String guarded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** A cell with several values, of which no spreadsheet interprets one as a formula. */
    public static String guarded(Collection<? extends @Nullable String> values) {
        return values.stream().map(value -> escaped(guarded(value))).collect(Collectors.joining(";"));
    }

    /** A cell with several values as they are. */
    static String plain(Collection<? extends @Nullable String> values) {
        return values.stream().map(value -> escaped(value == null ? "" : value)).collect(Collectors.joining(";"));
    }

    private static String escaped(String value) {
        return SEPARATOR.matcher(value).replaceAll("\\\\$0");
    }
}
