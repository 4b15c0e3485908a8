package org.parley.domain.wording;

/**
 * Isolates names and free texts that have directional formatting characters of Unicode, so that these do not turn the
 * rest of a sentence round.
 */
public final class DirectionIsolate {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private DirectionIsolate() {}

    /** The text in an isolate that it cannot end; the text itself if it has no directional formatting characters. */
    public static String of(String text) {
        if (text.chars().noneMatch(DirectionIsolate::isFormatting)) {
            return text;
        }
        StringBuilder isolated = new StringBuilder().append(FIRST_STRONG_ISOLATE);
        int open = 0;
        for (char each : text.toCharArray()) {
            if (each == POP_DIRECTIONAL_ISOLATE && open == 0) {
                continue; // it would end the isolate around the text
            } else if (each == POP_DIRECTIONAL_ISOLATE) {
                open--;
            } else if (each >= '\u2066' && each <= FIRST_STRONG_ISOLATE) {
                open++;
            }
            isolated.append(each);
        }
        return isolated.append(String.valueOf(POP_DIRECTIONAL_ISOLATE).repeat(open + 1))
                .toString();
    }

    private static boolean isFormatting(int letter) {
        return (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= POP_DIRECTIONAL_ISOLATE);
    }
}
