package org.parley.desk.find;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page or command that the palette offers.
 *
 * @param key the kind of destination, for its label: page, command or view
 * @param keywords further words by which it is found
 * @param keys the shortcut that leads there; empty if there is none
 */
record Destination(String key, String label, String href, String keywords, String keys) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Whether every word of a text is the beginning of a word of the label or the keywords. */
    boolean matches(String typed) {
        List<String> own = words(label + " " + keywords);
        return words(typed).stream().allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NOT_ALPHANUMERIC.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
