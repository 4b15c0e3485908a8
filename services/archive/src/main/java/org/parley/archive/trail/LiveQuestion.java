package org.parley.archive.trail;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a live stream is about.
 *
 * @param negotiations their slugs; empty for all there are
 * @param from where it begins
 * @param resumes whether it goes on from an id
 */
record LiveQuestion(List<String> negotiations, TrailFilter filter, LivePlaces from, boolean resumes) {

    /** Those of the negotiations there are that it is about. */
    Collection<String> concerned(Map<String, Long> ends) {
        return negotiations.isEmpty() ? ends.keySet() : negotiations;
    }
}
