package org.parley.desk.written;

import java.text.Normalizer;
import java.util.Locale;

/** Text without capitals and accents, character by character, so that positions stay those of the original. */
public final class FoldedText {
    private FoldedText() {}

    /** {@code “Conversó en Kyiv”} becomes {@code “converso en kyiv”}; the result has the same length. */
    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char letter) {
        if (letter < 128) {
            return Character.toLowerCase(letter);
        }
        if (letter == '’' || letter == '‘') {
            return '\'';
        }
        if (letter == '–' || letter == '—' || letter == '−') {
            return '-';
        }
        String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return plain.length() == 1 ? plain.charAt(0) : Character.toLowerCase(letter);
    }
}
