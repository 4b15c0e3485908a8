package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.desk.written.FoldedText;

/** The words of a text in order, without capitals and accents, each with its place in the text. */
record SentenceWords(String text, List<Word> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern QUOTATION = Pattern.compile("“[^”]*”|«[^»]*»|\"[^\"]*\"");

    /** Words that say nothing about the subject. */
    private static final Set<String> COMMON = Set.of(
            "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "is", "be", "as", "it",
            "its", "that", "this", "from", "was", "has", "have", "had", "not", "no", "s", "t", "should", "el", "la",
            "los", "las", "un", "una", "de", "del", "y", "o", "en", "con", "por", "para", "que", "se", "su", "al", "lo",
            "es");

    /** A prefix that two words of one stem share has at least this length. */
    private static final int STEM_MIN = 4;

    /** The longest ending in which two words of one stem differ. */
    private static final int ENDING_MAX = 4;

    /** A word and its place. */
    record Word(String key, int start, int end) {}

    static SentenceWords of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(FoldedText.of(text));
        while (word.find()) {
            words.add(new Word(word.group(), word.start(), word.end()));
        }
        return new SentenceWords(text, words);
    }

    /** The same without the words in quotation marks, which are names and no statements. */
    SentenceWords withoutQuotations() {
        List<Word> outside = new ArrayList<>(words);
        Matcher quotation = QUOTATION.matcher(text);
        while (quotation.find()) {
            int start = quotation.start();
            int end = quotation.end();
            outside.removeIf(word -> word.start() >= start && word.end() <= end);
        }
        return new SentenceWords(text, outside);
    }

    boolean hasQuotation() {
        return QUOTATION.matcher(text).find();
    }

    /** The distinct words that say something about the subject. */
    Set<String> subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        words.stream().map(Word::key).filter(key -> !COMMON.contains(key)).forEach(subjects::add);
        return subjects;
    }

    /** Part of the original text. */
    String part(int start, int end) {
        return text.substring(start, end);
    }

    /** Whether two words are forms of the same word: guarantee and guarantees, Russia and Russian. */
    static boolean isSameStem(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= STEM_MIN
                && Math.max(one.length(), other.length()) - common <= Math.min(ENDING_MAX, common - 2)
                && shorter - common <= 2;
    }
}
