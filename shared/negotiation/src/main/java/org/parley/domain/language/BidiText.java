package org.parley.domain.language;

import java.util.regex.Pattern;

/**
 * Keeps the direction of a recorded name or text from changing the sentence around it.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
 */
public final class BidiText {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    /** Embeddings, overrides and isolates: unbalanced ones would reach beyond the text. */
    private static final Pattern CONTROLS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private BidiText() {}

    /** The text as part of a sentence: isolated if it holds letters or marks that run from right to left. */
    public static String isolated(String text) {
        String visible = CONTROLS.matcher(text).replaceAll("");
        return visible.codePoints().anyMatch(BidiText::isRightToLeft)
                ? FIRST_STRONG_ISOLATE + visible + POP_DIRECTIONAL_ISOLATE
                : visible;
    }

    private static boolean isRightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                true;
            default -> false;
        };
    }
}
