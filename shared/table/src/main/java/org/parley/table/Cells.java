package org.parley.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for the text of any cell. */
final class Cells {
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern ERROR =
            Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|N/D|NV|¡REF!)|#{2,}");

    private Cells() {}

    /** Without spaces of any sort around it. */
    static String trimmed(String cell) {
        return AROUND.matcher(cell).replaceAll("");
    }

    /** Without what nobody sees: marks of direction, joiners, soft hyphens. Not for texts, where they have their use. */
    static String visible(String cell) {
        return trimmed(INVISIBLE.matcher(cell).replaceAll(""));
    }

    /** Why a cell cannot be what its author wrote, whatever its column; null when it can. */
    static @Nullable Message fault(String cell) {
        if (cell.indexOf('\uFFFD') >= 0) {
            return Message.of("cell.lostCharacter", Message.quoted(cell));
        }
        return ERROR.matcher(cell).matches() ? Message.of("cell.spreadsheetError", cell) : null;
    }
}
