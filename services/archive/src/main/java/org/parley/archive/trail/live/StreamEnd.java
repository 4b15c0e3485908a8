package org.parley.archive.trail.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.query.StreamCursor;

/**
 * The end of all trails at one moment.
 *
 * @param sequence the number of the last update
 * @param cursor the cursor of a reader that has seen everything; null while nothing has been read of any topic, or the
 *     offsets are not known
 * @param late the late negotiations, with the part of each that is stored
 */
record StreamEnd(long sequence, @Nullable StreamCursor cursor, Map<String, LateTrail> late) {
    /** Before the first poll. */
    static final StreamEnd NOTHING = new StreamEnd(0, null, Map.of());

    /**
     * A late negotiation: some of its records were skipped.
     *
     * @param reached the last stored position, with the offset that identifies the negotiation
     * @param lastOffset the offset of that position; negative if there is none
     */
    record LateTrail(StreamCursor.LatePosition reached, long lastOffset) {}
}
