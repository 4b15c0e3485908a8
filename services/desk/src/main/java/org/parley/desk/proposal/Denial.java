package org.parley.desk.proposal;

import java.util.List;
import java.util.Set;
import org.parley.desk.proposal.SentenceWords.Word;

/**
 * Whether a sentence denies or refuses what a word of it says: “refuses to meet”, “have not signed”, “denies that it
 * rejected”. What is denied must not be proposed as what happened.
 */
final class Denial {
    /** How many words before a word deny it. */
    private static final int REACH = 4;

    private static final Set<String> WORDS = Set.of(
            "not", "no", "never", "cannot", "don", "doesn", "didn", "won", "wouldn", "isn", "wasn", "hasn", "haven",
            "hadn", "deny", "denies", "denied", "denying", "nunca", "jamas", "niega", "niegan", "nego", "negaron",
            "negarse");

    private static final List<String> STEMS =
            List.of("refus", "reject", "declin", "rebuff", "cancel", "rechaz", "rehus", "desmient", "desminti");

    /** After these another statement begins. */
    private static final Set<String> JOINTS = Set.of("and", "but", "while", "after", "y", "pero", "mientras", "tras");

    private Denial() {}

    /** Whether the first or the last word of an expression is denied by a word that is not one of its own. */
    static boolean isDenied(SentenceWords sentence, Expression expression, Expression.Place place) {
        List<Word> words = sentence.words();
        for (int at = 0; at < words.size(); at++) {
            boolean isEnd =
                    words.get(at).start() == place.start() || words.get(at).end() == place.end();
            if (isEnd && (isDenied(sentence, at, expression) || isCalledOff(words, at) && !expression.has("off"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(SentenceWords sentence, int at, Expression expression) {
        List<Word> words = sentence.words();
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            Word word = words.get(i);
            if (JOINTS.contains(word.key())
                    || isSeparated(sentence, word.end(), words.get(i + 1).start())) {
                return false;
            }
            boolean denies = i > 0 && isCalledOff(words, i - 1)
                    || WORDS.contains(word.key())
                    || STEMS.stream().anyMatch(word.key()::startsWith);
            if (denies && !expression.has(word.key())) {
                return true;
            }
        }
        return false;
    }

    /** “Calls off” is no call, and what is called off did not happen. */
    private static boolean isCalledOff(List<Word> words, int at) {
        return words.get(at).key().startsWith("call")
                && at + 1 < words.size()
                && words.get(at + 1).key().equals("off");
    }

    private static boolean isSeparated(SentenceWords sentence, int from, int to) {
        return sentence.part(from, to).chars().anyMatch(c -> ",;:.!?–—".indexOf(c) >= 0);
    }
}
