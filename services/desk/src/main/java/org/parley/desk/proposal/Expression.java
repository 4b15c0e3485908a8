package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.desk.proposal.SentenceWords.Word;

/**
 * One or several words to look for in a sentence: {@code refus*}, {@code take* effect}. A star stands for any ending. Up
 * to three other words may stand between two words of an expression; one after a question mark says little.
 *
 * @param weight the number of its words, in tenths: an expression of several words says more
 */
record Expression(List<String> words, int weight) {
    private static final int BETWEEN_MAX = 3;
    private static final int FIRST_WORD_WEIGHT = 10;
    private static final int NEXT_WORD_WEIGHT = 6;

    /** The place of an expression in a sentence. */
    record Place(int start, int end) {}

    static Expression of(String text) {
        boolean isWeak = text.strip().startsWith("?");
        List<String> words =
                Arrays.stream(text.replace("?", "").strip().split("[ ']+")).toList();
        int weight = FIRST_WORD_WEIGHT + NEXT_WORD_WEIGHT * (words.size() - 1);
        return new Expression(words, isWeak ? weight / 2 : weight);
    }

    /** The expressions of a line, separated by commas. */
    static List<Expression> list(String line) {
        return Arrays.stream(line.split(","))
                .filter(text -> !text.isBlank())
                .map(Expression::of)
                .toList();
    }

    /** Where it first stands in a sentence. */
    Optional<Place> in(SentenceWords sentence) {
        List<Place> all = all(sentence);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Everywhere it stands in a sentence. */
    List<Place> all(SentenceWords sentence) {
        List<Word> words = sentence.words();
        List<Place> places = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            if (matches(this.words.getFirst(), words.get(first).key())) {
                int last = last(words, first);
                if (last >= 0) {
                    places.add(
                            new Place(words.get(first).start(), words.get(last).end()));
                }
            }
        }
        return places;
    }

    /** The index of the sentence's word that ends the expression; -1 when it does not stand there. */
    private int last(List<Word> sentence, int first) {
        int at = first;
        for (int next = 1; next < words.size(); next++) {
            int found = -1;
            for (int i = at + 1; i < sentence.size() && i <= at + 1 + BETWEEN_MAX && found < 0; i++) {
                if (matches(words.get(next), sentence.get(i).key())) {
                    found = i;
                }
            }
            if (found < 0) {
                return -1;
            }
            at = found;
        }
        return at;
    }

    /** Whether a word of a sentence is one of its words. */
    boolean has(String word) {
        return words.stream().anyMatch(pattern -> matches(pattern, word));
    }

    private static boolean matches(String pattern, String word) {
        return pattern.endsWith("*")
                ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                : word.equals(pattern);
    }
}
