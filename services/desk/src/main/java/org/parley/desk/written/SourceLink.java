package org.parley.desk.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.domain.evidence.Source;

/**
 * Publisher and title derived from a web address.
 *
 * @param host the host without {@code www.}; empty if the address has none
 * @param title host and path, shortened in the middle to the maximum length of a title
 */
public record SourceLink(String host, String title) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?(?:[^/@?#]*@)?(?:www\\.)?([^/:?#]*)(?::\\d*)?([^?#]*).*");

    /** A longer part of an address does not help a reader. */
    private static final int TITLE_MAX = 120;

    public static SourceLink of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return new SourceLink("", shortened(address));
        }
        String host = shortened(parts.group(1));
        return new SourceLink(host, shortened(host + parts.group(2).replaceAll("/+$", "")));
    }

    private static String shortened(String text) {
        int max = Math.min(TITLE_MAX, Source.TEXT_MAX);
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        int half = max / 2 - 1;
        return text.substring(0, text.offsetByCodePoints(0, half))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -half));
    }
}
