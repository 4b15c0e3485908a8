package org.parley.archive.state.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;

/**
 * How far the trail of a negotiation is applied. A group of entries whose last one is not applied yet does not count for
 * the position, but for the latest beginning.
 *
 * @param through the position of the last entry that ends its group or was recorded alone; 0 for none
 * @param recordedAt when the last applied entry was recorded, of those that count for the position if there are any
 * @param latestStart the latest beginning of the applied developments; null if none has a date
 */
record TrailEnd(
        String negotiation,
        long through,
        Instant recordedAt,
        @Nullable Instant latestStart) {
    /** After one entry, whose development begins by {@code start}. */
    static TrailEnd after(PublishedEvent event, @Nullable Instant start) {
        return new TrailEnd(
                event.subject().negotiation(), event.continued() ? 0 : event.position(), event.recordedAt(), start);
    }

    /** After this and what was applied next. */
    TrailEnd and(TrailEnd next) {
        return new TrailEnd(
                negotiation,
                Math.max(through, next.through),
                next.through > 0 || through == 0 ? next.recordedAt : recordedAt,
                later(latestStart, next.latestStart));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
