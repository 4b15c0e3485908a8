package org.parley.archive.trail.query;

import java.util.List;

/**
 * The query of a live stream.
 *
 * @param negotiations their slugs; empty for all
 * @param from where it starts
 */
public record LiveQuery(List<String> negotiations, TrailFilter filter, ResumePoint from) {
    /**
     * Whether it needs the offsets of entries in the topic: only a single negotiation without a cursor can be followed
     * by position.
     */
    public boolean needsOffsets() {
        return negotiations.size() != 1 || from.cursor() != null;
    }

    public boolean includes(String negotiation) {
        return negotiations.isEmpty() || negotiations.contains(negotiation);
    }
}
