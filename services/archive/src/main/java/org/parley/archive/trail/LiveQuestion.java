package org.parley.archive.trail;

import java.util.List;

/**
 * The query of a live stream.
 *
 * @param negotiations their slugs; empty for all
 * @param from where it starts
 */
record LiveQuestion(List<String> negotiations, TrailFilter filter, LiveFrom from) {
    /**
     * Whether it needs the offsets of entries in the topic: only a single negotiation without a cursor can be followed
     * by position.
     */
    boolean needsPlaces() {
        return negotiations.size() != 1 || from.cursor() != null;
    }

    boolean isAbout(String negotiation) {
        return negotiations.isEmpty() || negotiations.contains(negotiation);
    }
}
