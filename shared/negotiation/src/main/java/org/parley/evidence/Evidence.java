package org.parley.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a development, and how far they are believed.
 *
 * @param sources 1 to {@value #SOURCES_MAX}
 * @param grade {@link Grade#CANNOT_BE_JUDGED} when none is given
 */
public record Evidence(List<Source> sources, Grade grade) {
    /** The most sources of one development. */
    public static final int SOURCES_MAX = 20;

    public Evidence(List<Source> sources, @Nullable Grade grade) {
        if (sources.isEmpty() || sources.size() > SOURCES_MAX) {
            throw new IllegalArgumentException("a development has 1 to " + SOURCES_MAX + " sources");
        }
        this.sources = List.copyOf(sources);
        this.grade = grade == null ? Grade.CANNOT_BE_JUDGED : grade;
    }

    /** This evidence with one source more. */
    public Evidence plus(Source source) {
        List<Source> more = new ArrayList<>(sources);
        more.add(source);
        return new Evidence(more, grade);
    }

    /** The same sources, believed otherwise. */
    public Evidence graded(Grade other) {
        return new Evidence(sources, other);
    }
}
