package org.parley.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table is laid out: what separates its cells, which row has its headings. The row with the headings is the first
 * that has a column of commands; what stands above it is a title.
 *
 * @param titles what stands above the headings
 * @param from where the text of the table begins
 * @param fromLine the line of that
 * @param alwaysQuoted whether the headings are in quotation marks, as every cell then is
 */
record TableLayout(
        char separator, Headings headings, long headingsLine, List<RawRow> titles, int from, long fromLine, boolean alwaysQuoted) {
    /** Above the headings stand no more lines than these. */
    private static final int LINES_LOOKED_AT = 30;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    /** How Excel tells itself what separates the cells. */
    private static final Pattern SEP = Pattern.compile("\"?sep=(.)\"?[ ,;\\t]*(?:\\r\\n|\\r|\\n|$)");

    static TableLayout of(String text) throws UnreadableFileException {
        Matcher sep = SEP.matcher(text);
        if (sep.lookingAt()) {
            List<TableLayout> found = at(text, sep.end(), 2, sep.group(1).charAt(0));
            return best(found, text.substring(sep.end()));
        }
        List<TableLayout> found = new ArrayList<>();
        SEPARATORS.forEach(separator -> found.addAll(at(text, 0, 1, separator)));
        return best(found, text);
    }

    private static TableLayout best(List<TableLayout> found, String text) throws UnreadableFileException {
        TableLayout best = null;
        for (TableLayout layout : found) {
            if (best == null || layout.headings().known() > best.headings().known()) {
                best = layout;
            }
        }
        if (best == null) {
            String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            throw new UnreadableFileException(Message.of("file.noHeadings", Message.quoted(first)));
        }
        return best;
    }

    private static List<TableLayout> at(String text, int from, long fromLine, char separator) {
        String rest = text.substring(from);
        RowCutter cutter = new RowCutter(rest, fromLine, separator, false, 0);
        List<RawRow> titles = new ArrayList<>();
        for (int i = 0; i < LINES_LOOKED_AT && cutter.hasNext(); i++) {
            RawRow row = cutter.next();
            Headings headings = Headings.of(row);
            if (headings.hasCommands()) {
                boolean quoted = isQuoted(rest, row, fromLine);
                return List.of(new TableLayout(
                        separator, headings, row.line(), List.copyOf(titles), from, fromLine, quoted));
            }
            if (!row.isBlank()) {
                titles.add(row);
            }
        }
        return List.of();
    }

    private static boolean isQuoted(String text, RawRow headings, long fromLine) {
        return text.lines()
                .skip(headings.line() - fromLine)
                .findFirst()
                .map(line -> line.strip().startsWith("\""))
                .orElse(false);
    }

    /** The end of the key of what it is called. */
    String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "other";
        };
    }
}
