package org.parley.archive.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a trail that a query covers; it does not change while the response is written.
 *
 * @param through the last known position; 0 if nothing was known
 * @param asOf the instant of valid time by which entries must have occurred; null for no limit
 */
public record TrailSpan(
        String negotiation, long through, @Nullable Instant asOf) {
    /** The same span without a limit of valid time. */
    public TrailSpan withoutAsOf() {
        return new TrailSpan(negotiation, through, null);
    }
}
