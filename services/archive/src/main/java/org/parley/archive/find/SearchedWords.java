package org.parley.archive.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.archive.trail.search.SearchWords;

/**
 * The words that names are compared with.
 *
 * @param words without accents, in lower case; the last may be the beginning of a word
 * @param similar the words that may have been meant by one of them
 */
record SearchedWords(List<String> words, Map<String, List<String>> similar) {
    /**
     * The words of a text.
     *
     * @param similar words as typed, with the similar words of the trail
     */
    static SearchedWords of(String typed, Map<String, List<String>> similar) {
        Map<String, List<String>> plain = new HashMap<>();
        similar.forEach((word, others) -> plain.put(
                String.join("", SearchWords.plain(word)),
                others.stream()
                        .flatMap(other -> SearchWords.plain(other).stream())
                        .toList()));
        return new SearchedWords(SearchWords.plain(typed), plain);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words that may have been meant by a word; empty if it occurs. */
    List<String> similarTo(String word) {
        return similar.getOrDefault(word, List.of());
    }
}
