package org.parley.archive.find;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.archive.trail.search.SearchWords;

/**
 * How well a name answers a search: every word of the search has to occur in the name or in the code or slug of what it
 * names.
 *
 * @param points 8 for a whole word, 6 for the beginning of one, 4 for a similar word, 2 for a part of one, on average,
 *     in hundredths; more for a name that begins with the search, or is the search
 * @param length the number of words of the name: of names that are equally good the shorter one is nearer
 */
record NameScore(int points, int length) implements Comparable<NameScore> {
    private static final int WHOLE = 800;
    private static final int BEGINNING = 600;
    private static final int SIMILAR = 400;
    private static final int PART = 200;
    private static final int NAME_BEGINS = 300;
    private static final int NAME_IS = 600;

    /** The shortest text that is looked for inside words. */
    private static final int PART_MIN = 3;

    private static final Comparator<NameScore> BEST_LAST = Comparator.comparingInt((NameScore score) -> score.points)
            .thenComparing(NameScore::length, Comparator.reverseOrder());

    /**
     * The score of a name; empty if a word occurs in neither.
     *
     * @param address the code or slug
     */
    static Optional<NameScore> of(SearchedWords searched, String name, String address) {
        List<String> ofName = SearchWords.plain(name);
        List<String> ofAddress = SearchWords.plain(address);
        List<String> all = Stream.concat(ofName.stream(), ofAddress.stream()).toList();
        int sum = 0;
        for (int i = 0; i < searched.words().size(); i++) {
            int points = points(searched, searched.words().get(i), all);
            if (points == 0) {
                return Optional.empty();
            }
            sum += points;
        }
        return searched.isEmpty()
                ? Optional.empty()
                : Optional.of(new NameScore(
                        sum / searched.words().size()
                                + Math.max(nearness(searched.words(), ofName), nearness(searched.words(), ofAddress)),
                        ofName.size()));
    }

    private static int points(SearchedWords searched, String word, List<String> names) {
        int best = 0;
        for (String each : names) {
            if (each.equals(word)) {
                return WHOLE;
            }
            if (each.startsWith(word)) {
                best = Math.max(best, BEGINNING);
            } else if (searched.similarTo(word).contains(each)) {
                best = Math.max(best, SIMILAR);
            } else if (word.length() >= PART_MIN && each.contains(word)) {
                best = Math.max(best, PART);
            }
        }
        return best;
    }

    private static int nearness(List<String> words, List<String> name) {
        String typed = String.join(" ", words);
        String all = String.join(" ", name);
        return all.equals(typed) ? NAME_IS : all.startsWith(typed) ? NAME_BEGINS : 0;
    }

    @Override
    public int compareTo(NameScore other) {
        return BEST_LAST.compare(this, other);
    }
}
