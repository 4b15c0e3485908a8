package org.parley.archive.trail;

import java.util.ArrayList;
import java.util.List;
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

    /** Nothing but words; of the last of them the beginning is enough. */
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}]+\\s+)*[\\p{L}\\p{N}]{3,}");

    private static final Pattern TERM =
            Pattern.compile("(?<not>-*)(?:\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"-][^\\s\"]*))");

    private SearchWords() {}

    /** A text to be found by. */
    static String of(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /**
     * A word or a phrase that is searched for.
     *
     * @param not whether it is not to be there
     * @param phrase whether its words are to follow one another
     * @param beginning whether the beginning of its one word is enough
     */
    record Term(String text, boolean not, boolean phrase, boolean beginning) {}

    /**
     * A search, as one types it into a search engine: words, "phrases", -not, or.
     *
     * @param any of each list all terms; one list is enough
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

        /** All terms, in their order. */
        List<Term> terms() {
            return any.stream().flatMap(List::stream).toList();
        }
    }
}
