package org.parley.table.cell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.table.message.ImportMessage;

/** Cleans and checks the text of cells of all types. */
public final class CellText {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern ERROR =
            Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|N/D|NV|¡REF!)|#{2,}");

    private CellText() {}

    /** The text without leading and trailing whitespace of any kind. */
    public static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** Also without direction marks, joiners and soft hyphens. Not for free text, which may need them. */
    public static String visible(String cell) {
        return trimmed(INVISIBLE.matcher(cell).replaceAll(""));
    }

    /** Why the spreadsheet lost the author's text; null when it did not. */
    static @Nullable ImportMessage fault(String cell) {
        if (cell.indexOf('\uFFFD') >= 0) {
            return ImportMessage.of("cell.lostCharacter", ImportMessage.quoted(cell));
        }
        return ERROR.matcher(cell).matches() ? ImportMessage.of("cell.spreadsheetError", cell) : null;
    }
}
