package org.parley.acceptance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with what came out; one sentence for each case.
 *
 * @param lost acknowledged, and not there or not at the position that was acknowledged
 * @param doubled an id at two positions, two ids at one, or the same again where nothing may come again
 * @param reordered positions that do not follow one another, or an instant before the one that precedes it
 * @param foreign there, and never acknowledged
 * @param repeats how often something came again where it may; nothing wrong
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

    /** The same of something that was still growing: what was acknowledged since is not foreign. */
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
