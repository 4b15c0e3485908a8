package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence with links.
 *
 * @param href where a link leads; null for plain text
 */
record SentencePart(String text, @Nullable String href) {
    /** Stands for a link in a message; no text of a newsroom has these characters of private use. */
    private static final Pattern LINK = Pattern.compile("\ue000(\\d+)\ue001");

    /** What stands in a message for the link of a number. */
    static String token(int link) {
        return "\ue000" + link + "\ue001";
    }

    /** The parts of a sentence in which tokens stand for links. */
    static List<SentencePart> split(String sentence, List<SentencePart> links) {
        List<SentencePart> parts = new ArrayList<>();
        Matcher token = LINK.matcher(sentence);
        int from = 0;
        while (token.find()) {
            addText(parts, sentence.substring(from, token.start()));
            parts.add(links.get(Integer.parseInt(token.group(1))));
            from = token.end();
        }
        addText(parts, sentence.substring(from));
        return parts;
    }

    private static void addText(List<SentencePart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new SentencePart(text, null));
        }
    }
}
