package org.parley.archive.trail.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** The maximum number of alternatives that similar words make of one. */
    private static final int VARIANTS_MAX = 27;

    private static final Pattern TERM =
            Pattern.compile("(?<not>-*)(?:\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"-][^\\s\"]*))");

    /** The shortest word whose spelling is compared: a shorter one resembles too many. */
    static final int SPELLABLE_MIN = 4;

    /** The longest: what is longer is not a word. */
    private static final int SPELLABLE_MAX = 40;

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Without digits, so without the {@link NameToken tokens} of names. */
    private static final Pattern SPELLABLE =
            Pattern.compile("[\\p{L}\\p{M}]{" + SPELLABLE_MIN + "," + SPELLABLE_MAX + "}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchWords() {}

    /** The normalised text: lower case, with a space for punctuation beyond ASCII. */
    public static String of(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /** The words of a normalised text whose spelling can be compared with that of others. */
    public static Stream<String> spellable(String text) {
        return NOT_ALPHANUMERIC
                .splitAsStream(text)
                .filter(word -> SPELLABLE.matcher(word).matches())
                .distinct();
    }

    /** The words of a name, without accents. */
    public static List<String> plain(String name) {
        return NOT_ALPHANUMERIC
                .splitAsStream(withoutAccents(of(name)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /**
     * A word or phrase of a search.
     *
     * @param not whether it must not occur
     * @param phrase whether its words must follow one another
     * @param beginning whether its one word is matched as a prefix
     */
    public record Term(String text, boolean not, boolean phrase, boolean beginning) {
        /** Whether it is a word that may be misspelt. */
        boolean isSpellable() {
            return !not && !phrase && SPELLABLE.matcher(text).matches();
        }

        /** Itself, or the words that resemble it instead. */
        private List<Term> variants(Map<String, List<String>> similar) {
            return isSpellable() && similar.containsKey(text)
                    ? similar.get(text).stream()
                            .map(word -> new Term(word, false, false, false))
                            .toList()
                    : List.of(this);
        }
    }

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

        /** The search with similar words, each an alternative, in place of those that occur nowhere. */
        Search with(Map<String, List<String>> similar) {
            return new Search(
                    any.stream().flatMap(terms -> variants(terms, similar)).toList());
        }

        private static Stream<List<Term>> variants(List<Term> terms, Map<String, List<String>> similar) {
            List<List<Term>> variants = List.of(List.of());
            for (Term term : terms) {
                variants = variants.stream()
                        .flatMap(before -> term.variants(similar).stream()
                                .map(each -> Stream.concat(before.stream(), Stream.of(each))
                                        .toList()))
                        .limit(VARIANTS_MAX)
                        .toList();
            }
            return variants.stream();
        }

        List<Term> terms() {
            return any.stream().flatMap(List::stream).toList();
        }
    }
}
