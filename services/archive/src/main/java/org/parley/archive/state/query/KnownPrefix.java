package org.parley.archive.state.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a negotiation's trail that was known at some instant of transaction time.
 *
 * @param through the position of the last entry; 0 if nothing was known
 * @param recordedAt when that entry was recorded; null if nothing was known
 * @param latestStart the latest beginning of all recorded developments; null if none has a date
 */
public record KnownPrefix(
        String negotiation,
        long through,
        @Nullable Instant recordedAt,
        @Nullable Instant latestStart) {

    /** The first instant as of which everything recorded counts; null if nothing is recorded. */
    @Nullable public Instant completeFrom() {
        return latestStart == null || (recordedAt != null && recordedAt.isAfter(latestStart))
                ? recordedAt
                : latestStart;
    }
}
