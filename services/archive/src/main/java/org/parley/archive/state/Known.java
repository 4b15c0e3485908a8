package org.parley.archive.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a negotiation was known at some instant of the desk's time.
 *
 * @param through the position of the last entry; 0 when there was none
 * @param recordedAt when it was recorded; null when there was none
 * @param latestStart when the last development begins of all that were ever recorded; null when none has a date
 */
record Known(
        String negotiation,
        long through,
        @Nullable Instant recordedAt,
        @Nullable Instant latestStart) {

    /** The first instant as of which everything recorded counts; null when nothing is. */
    @Nullable Instant reached() {
        return latestStart == null || (recordedAt != null && recordedAt.isAfter(latestStart))
                ? recordedAt
                : latestStart;
    }
}
