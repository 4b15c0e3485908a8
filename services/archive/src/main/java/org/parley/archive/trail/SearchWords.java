package org.parley.archive.trail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as the full-text search takes them. PostgreSQL takes letters and signs beyond ASCII as the locale of its database
 * knows them; in most that come with servers it knows neither that a typographic quotation mark ends a word nor how
 * letters are written small. So both are told here, for what is searched and for what is searched for alike.
 */
final class SearchWords {
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{Z}&&[^\\p{ASCII}]]+");
    private static final Pattern QUOTATION = Pattern.compile("[“”„«»]");
    private static final Pattern PLAIN = Pattern.compile("((?:[\\p{L}\\p{N}]+\\s+)*)([\\p{L}\\p{N}]{3,})");

    private SearchWords() {}

    /** A text to be found by. */
    static String of(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /**
     * A search, as one types it into a search engine.
     *
     * @param all what it says, with the operators of websearch_to_tsquery
     * @param head all words but the last, where it is nothing but words
     * @param beginning the last word, of which the beginning is enough; empty where there are operators
     */
    record Search(String all, String head, String beginning) {
        static Search of(String typed) {
            String all = SearchWords.of(QUOTATION.matcher(typed).replaceAll("\""));
            Matcher plain = PLAIN.matcher(all.strip());
            return plain.matches() ? new Search(all, plain.group(1).strip(), plain.group(2)) : new Search(all, "", "");
        }
    }
}
