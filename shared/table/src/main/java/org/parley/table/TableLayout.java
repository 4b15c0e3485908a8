package org.parley.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.table.message.ImportMessage;

/**
 * The layout of a table: the separator of its cells and its heading row. The heading row is the first row with a
 * command column; rows above it are titles.
 *
 * @param titles the rows above the heading row
 * @param from the offset of the table in the text
 * @param fromLine the line of that offset
 * @param alwaysQuoted whether the headings are in quotation marks, and so every cell
 */
record TableLayout(
        char separator,
        TableHeadings headings,
        long headingsLine,
        List<RawRow> titles,
        int from,
        long fromLine,
        boolean alwaysQuoted) {
    /** The number of rows that are searched for the headings. */
    private static final int SEARCHED_ROWS = 30;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    /** The line with which Excel names the separator. */
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
            if (best == null || layout.headings().knownCount() > best.headings().knownCount()) {
                best = layout;
            }
        }
        if (best == null) {
            String first =
                    text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            throw new UnreadableFileException(ImportMessage.of("file.noHeadings", ImportMessage.quoted(first)));
        }
        return best;
    }

    private static List<TableLayout> at(String text, int from, long fromLine, char separator) {
        String rest = text.substring(from);
        RowParser cutter = new RowParser(rest, fromLine, separator, false, 0);
        List<RawRow> titles = new ArrayList<>();
        for (int i = 0; i < SEARCHED_ROWS && cutter.hasNext(); i++) {
            RawRow row = cutter.next();
            TableHeadings headings = TableHeadings.of(row);
            if (headings.hasCommandColumn()) {
                boolean quoted = isQuoted(rest, row, fromLine);
                return List.of(
                        new TableLayout(separator, headings, row.line(), List.copyOf(titles), from, fromLine, quoted));
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

    /** The suffix of the message key for the separator. */
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
