package org.parley.archive.trail;

import java.util.List;

/**
 * What a live stream is about.
 *
 * @param negotiations their slugs; empty for all there are
 * @param from where it begins
 */
record LiveQuestion(List<String> negotiations, TrailFilter filter, LiveFrom from) {
    /** Whether it can only be answered by the places of entries in the topic. */
    boolean needsPlaces() {
        return negotiations.size() != 1 || from.cursor() != null;
    }

    boolean isAbout(String negotiation) {
        return negotiations.isEmpty() || negotiations.contains(negotiation);
    }
}
