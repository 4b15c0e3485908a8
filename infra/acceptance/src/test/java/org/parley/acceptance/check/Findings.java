package org.parley.acceptance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The deviations of an output, one sentence each.
 *
 * @param lost acknowledged entries that are missing or at another position
 * @param doubled an id at two positions, two ids at one position, or a repeat where none is allowed
 * @param reordered positions that are not consecutive, or a record time before the previous one
 * @param foreign entries that were never acknowledged
 * @param repeats the number of allowed repeats, which are no deviation
 */
public record Findings(
        List<String> lost, List<String> doubled, List<String> reordered, List<String> foreign, long repeats) {
    public static Findings none() {
        return new Findings(List.of(), List.of(), List.of(), List.of(), 0);
    }

    public Findings and(Findings other) {
        return new Findings(
                joined(lost, other.lost),
                joined(doubled, other.doubled),
                joined(reordered, other.reordered),
                joined(foreign, other.foreign),
                repeats + other.repeats);
    }

    /** The findings for an output that was still growing: entries acknowledged since are not foreign. */
    public Findings whileGrowing() {
        return new Findings(lost, doubled, reordered, List.of(), repeats);
    }

    public List<String> all() {
        return Stream.of(lost, doubled, reordered, foreign)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
