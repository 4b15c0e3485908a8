package org.parley.archive.trail.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalises text and parses searches for the full-text search of PostgreSQL. Its treatment of letters and punctuation
 * beyond ASCII depends on the locale of the database; with the common ones a typographic quotation mark does not end a
 * word, and not all letters are lowercased. Both are done here, for the indexed text and the search alike.
 */
public final class SearchWords {
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{Z}&&[^\\p{ASCII}]]+");
    private static final Pattern QUOTATION = Pattern.compile("[“”„«»]");

    /** Words only; the last one is then matched as a prefix. */
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}]+\\s+)*[\\p{L}\\p{N}]{3,}");

    private static final Pattern TERM =
            Pattern.compile("(?<not>-*)(?:\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"-][^\\s\"]*))");

    private SearchWords() {}

    /** The normalised text: lower case, with a space for punctuation beyond ASCII. */
    public static String of(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /**
     * A word or phrase of a search.
     *
     * @param not whether it must not occur
     * @param phrase whether its words must follow one another
     * @param beginning whether its one word is matched as a prefix
     */
    public record Term(String text, boolean not, boolean phrase, boolean beginning) {}

    /**
     * A parsed search: words, "phrases", -not, or.
     *
     * @param any alternatives, of which one must match; all terms of an alternative must match
     */
    record Search(List<List<Term>> any) {
        static Search of(String typed) {
            String all = SearchWords.of(QUOTATION.matcher(typed).replaceAll("\""));
            boolean plain = PLAIN.matcher(all.strip()).matches();
            List<List<Term>> any = new ArrayList<>();
            List<Term> terms = new ArrayList<>();
            Matcher term = TERM.matcher(all);
            while (term.find()) {
                String phrase = term.group("phrase");
                String word = term.group("word");
                boolean not = !term.group("not").isEmpty();
                if (phrase != null && !phrase.isBlank()) {
                    terms.add(new Term(phrase.strip(), not, true, false));
                } else if ("or".equals(word) && !not) {
                    any.add(terms);
                    terms = new ArrayList<>();
                } else if (word != null) {
                    terms.add(new Term(
                            word,
                            not,
                            false,
                            plain && term.end() == all.stripTrailing().length()));
                }
            }
            any.add(terms);
            return new Search(any.stream()
                    .filter(each -> !each.isEmpty())
                    .map(List::copyOf)
                    .toList());
        }

        List<Term> terms() {
            return any.stream().flatMap(List::stream).toList();
        }
    }
}
