package org.parley.desk.written;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody wrote it.
 *
 * @param text what was written
 * @param start where it begins in the text that it was found in
 * @param meanings its meanings in EDTF: none if it is no date, several if it is ambiguous, such as 03/04/2026
 */
public record WrittenDate(String text, int start, List<String> meanings) {

    public WrittenDate {
        meanings = List.copyOf(meanings);
    }

    /** The one meaning in EDTF; null when there is none or several. */
    public @Nullable String edtf() {
        return meanings.size() == 1 ? meanings.getFirst() : null;
    }

    public boolean isAmbiguous() {
        return meanings.size() > 1;
    }

    /** Where it ends in the text that it was found in, exclusive. */
    public int end() {
        return start + text.length();
    }
}
