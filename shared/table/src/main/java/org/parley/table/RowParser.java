package org.parley.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.table.cell.CellText;
import org.parley.table.message.ImportMessage;

/**
 * Splits a text into rows of cells (RFC 4180, any separator, any line ends). Quotation marks around a whole cell belong
 * to the table, others to the text: {@code "Red line" says minister} keeps its marks, which CSV libraries reject or
 * drop. When the end of a quoted cell is ambiguous, the row has a fault, and the next line starts the next row.
 */
final class RowParser {
    /** The maximum length of a quoted cell; a longer one counts as never closed. */
    private static final int QUOTED_MAX = 60_000;

    private final String text;
    private final char separator;
    private final boolean alwaysQuoted;
    private final int columns;

    private int at;
    private long line;
    private @Nullable ImportMessage fault;
    private Map<Integer, String> unquoted = new HashMap<>();

    /**
     * Creates a parser.
     *
     * @param firstLine the number of the text's first line
     * @param alwaysQuoted whether quotation marks around a cell always belong to the table, as those of its headings do
     * @param columns the number of columns; 0 while unknown
     */
    RowParser(String text, long firstLine, char separator, boolean alwaysQuoted, int columns) {
        this.text = text;
        this.line = firstLine;
        this.separator = separator;
        this.alwaysQuoted = alwaysQuoted;
        this.columns = columns;
    }

    /** Whether there is another row. */
    boolean hasNext() {
        return at < text.length();
    }

    RawRow next() {
        long first = line;
        long last = first;
        fault = null;
        unquoted = new HashMap<>();
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(CellText.trimmed(cell(cells.size())));
            last = line;
            more = at < text.length() && text.charAt(at) == separator;
            if (more) {
                at++;
            }
        }
        skipLineEnd();
        return new RawRow(first, last, List.copyOf(cells), Map.copyOf(unquoted), fault);
    }

    private String cell(int index) {
        int from = skipSpaces(at);
        if (fault == null && from < text.length() && text.charAt(from) == '"') {
            String quoted = quoted(from, index);
            if (quoted != null) {
                return quoted;
            }
        }
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(at)) {
            at++;
        }
        return text.substring(begin, at);
    }

    /** The quoted cell that starts here; null when the mark belongs to the text, or when that is ambiguous. */
    private @Nullable String quoted(int from, int index) {
        StringBuilder cell = new StringBuilder();
        QuotedContent content = new QuotedContent();
        int i = from + 1;
        while (i < text.length() && i - from <= QUOTED_MAX) {
            char c = text.charAt(i);
            if (c != '"') {
                content.add(c, i);
                cell.append(c);
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                content.doubled = true;
                cell.append('"');
                i += 2;
            } else {
                int end = skipSpaces(i + 1);
                if (end == text.length() || text.charAt(end) == separator || isLineEnd(end)) {
                    return closed(cell.toString(), text.substring(from, i + 1), content, end, index);
                }
                fault = content.separators + content.lines > 0 ? ImportMessage.of("row.strayMarks") : null;
                return null;
            }
        }
        fault = ImportMessage.of("row.openMark");
        return null;
    }

    private @Nullable String closed(String cell, String written, QuotedContent content, int end, int index) {
        if (columns > 2 && content.lines > 0 && content.separatorsInLineMax >= columns - 1) {
            // The mark is never closed; the next mark belongs to another row.
            fault = ImportMessage.of("row.swallowed", line + content.lines);
            return null;
        }
        at = end;
        line += content.lines;
        if (separator == '\t' && !alwaysQuoted && content.lines + content.separators == 0 && !content.doubled) {
            // Spreadsheets quote copied cells only where necessary. Here it is not, so the marks belong to the text.
            if (content.commas == 0) {
                return written;
            }
            unquoted.put(index, written);
        }
        return cell;
    }

    /** The characters of a quoted cell that require quotation marks. */
    private final class QuotedContent {
        private int lines;
        private int separators;
        private int separatorsInLine;
        private int separatorsInLineMax;
        private int commas;
        private boolean doubled;

        void add(char c, int index) {
            if (c == '\n' || c == '\r' && !(index + 1 < text.length() && text.charAt(index + 1) == '\n')) {
                lines++;
                separatorsInLine = 0;
            } else if (c == separator) {
                separators++;
                separatorsInLine++;
                separatorsInLineMax = lines == 0 ? 0 : Math.max(separatorsInLineMax, separatorsInLine);
            } else if (c == ',' || c == ';') {
                commas++;
            }
        }
    }

    private int skipSpaces(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != separator && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private boolean isLineEnd(int index) {
        return text.charAt(index) == '\n' || text.charAt(index) == '\r';
    }

    private void skipLineEnd() {
        if (at < text.length()) {
            boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            at += two ? 2 : 1;
            line++;
        }
    }
}
