package org.parley.archive.trail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the trails are, all together, at one moment.
 *
 * @param sequence of the last news
 * @param cursor where a reader is that has seen all; null as long as nothing was read of any topic, or the places are not
 *     known
 * @param late the negotiations that are late, with what is there of them
 */
record LiveEnd(long sequence, @Nullable StreamCursor cursor, Map<String, LateTrail> late) {
    /** Before anything is known. */
    static final LiveEnd NOTHING = new LiveEnd(0, null, Map.of());

    /**
     * A negotiation that is late.
     *
     * @param reached the last position that there is, and what tells which negotiation it is
     * @param lastPlace of that position; less than any when there is none
     */
    record LateTrail(StreamCursor.Late reached, long lastPlace) {}
}
