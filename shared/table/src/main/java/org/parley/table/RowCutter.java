package org.parley.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into rows of cells (RFC 4180, any separator, any line ends). Quotation marks around a whole cell belong to
 * the table, others to the text: {@code "Red line" says minister} keeps them, which the libraries for CSV refuse or
 * drop. Where the marks leave open where a cell ends, the row has a fault and the next line begins the next row.
 */
final class RowCutter {
    /** A quotation mark that is not closed within so many characters never is. */
    private static final int QUOTED_MAX = 60_000;

    private final String text;
    private final char separator;
    private final boolean alwaysQuoted;
    private final int columns;

    private int at;
    private long line;
    private @Nullable Message fault;
    private Map<Integer, String> unquoted = new HashMap<>();

    /**
     * A cutter.
     *
     * @param firstLine the number of the text's first line
     * @param alwaysQuoted whether marks around a cell are the table's for certain, since its headings have them too
     * @param columns how many columns the table has; 0 while that is not known
     */
    RowCutter(String text, long firstLine, char separator, boolean alwaysQuoted, int columns) {
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
            cells.add(Cells.trimmed(cell(cells.size())));
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

    /** The cell whose first mark stands here; null where the mark is the text's own, or where that is open. */
    private @Nullable String quoted(int from, int index) {
        StringBuilder cell = new StringBuilder();
        Seen seen = new Seen();
        int i = from + 1;
        while (i < text.length() && i - from <= QUOTED_MAX) {
            char c = text.charAt(i);
            if (c != '"') {
                seen.see(c, i);
                cell.append(c);
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                seen.doubled = true;
                cell.append('"');
                i += 2;
            } else {
                int behind = skipSpaces(i + 1);
                if (behind == text.length() || text.charAt(behind) == separator || isLineEnd(behind)) {
                    return closed(cell.toString(), text.substring(from, i + 1), seen, behind, index);
                }
                fault = seen.separators + seen.lines > 0 ? Message.of("row.strayMarks") : null;
                return null;
            }
        }
        fault = Message.of("row.openMark");
        return null;
    }

    private @Nullable String closed(String cell, String written, Seen seen, int behind, int index) {
        if (columns > 2 && seen.lines > 0 && seen.separatorsInLineMax >= columns - 1) {
            // The mark was never closed, and the next one belongs to another row.
            fault = Message.of("row.swallowed", line + seen.lines);
            return null;
        }
        at = behind;
        line += seen.lines;
        if (separator == '\t' && !alwaysQuoted && seen.lines + seen.separators == 0 && !seen.doubled) {
            // What is copied from a spreadsheet has marks only where they are needed; here they can only be the text's.
            if (seen.commas == 0) {
                return written;
            }
            unquoted.put(index, written);
        }
        return cell;
    }

    /** What a quoted cell holds that would need quotation marks. */
    private final class Seen {
        private int lines;
        private int separators;
        private int separatorsInLine;
        private int separatorsInLineMax;
        private int commas;
        private boolean doubled;

        void see(char c, int index) {
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
