package org.parley.domain.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a development and their grade.
 *
 * @param sources 1 to {@value #SOURCES_MAX} sources
 * @param grade the grade; {@link Grade#CANNOT_BE_JUDGED} if none is given
 */
public record Evidence(List<Source> sources, Grade grade) {
    /** The greatest number of sources of a development. */
    public static final int SOURCES_MAX = 20;

    public Evidence(List<Source> sources, @Nullable Grade grade) {
        if (sources.isEmpty() || sources.size() > SOURCES_MAX) {
            throw new IllegalArgumentException("a development has 1 to " + SOURCES_MAX + " sources");
        }
        this.sources = List.copyOf(sources);
        this.grade = grade == null ? Grade.CANNOT_BE_JUDGED : grade;
    }

    /** This evidence with one more source. */
    public Evidence plus(Source source) {
        List<Source> more = new ArrayList<>(sources);
        more.add(source);
        return new Evidence(more, grade);
    }

    /** The same sources with another grade. */
    public Evidence graded(Grade other) {
        return new Evidence(sources, other);
    }
}
