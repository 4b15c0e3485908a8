package org.parley.desk.page;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a party: up to four letters of its code in a frame that tells the kind. Its name stands beside the mark or
 * is read out.
 *
 * @param letters up to four
 * @param frame {@code many} for a party of several states, {@code voice} for one outside the talks; null for others
 */
public record PartyMark(String letters, @Nullable String frame) {
    private static final int LETTERS_MAX = 4;
    private static final Set<String> OF_MANY = Set.of("UNION", "ALLIANCE", "COALITION");

    /**
     * The mark of a party.
     *
     * @param code its code: {@code RUS}, {@code NATO-MEMBERS}
     * @param kind its kind, such as {@code STATE}; null if it is not known
     */
    public static PartyMark of(String code, @Nullable String kind) {
        return new PartyMark(letters(code), frame(kind));
    }

    /** A code of several parts is abbreviated to their initials, so that it differs from its first part alone. */
    private static String letters(String code) {
        if (code.length() <= LETTERS_MAX) {
            return code;
        }
        String initials = Arrays.stream(code.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1))
                .collect(Collectors.joining());
        String letters = initials.length() > 1 ? initials : code;
        return letters.substring(0, Math.min(LETTERS_MAX, letters.length()));
    }

    private static @Nullable String frame(@Nullable String kind) {
        if (kind == null) {
            return null;
        }
        return OF_MANY.contains(kind) ? "many" : kind.equals("VOICE") ? "voice" : null;
    }
}
