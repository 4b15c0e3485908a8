package org.parley.archive.state.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterAddress;

/**
 * The latest state of a matter, after all its recorded events.
 *
 * @param version the number of its events
 * @param lastPosition the position of the last of them
 * @param state the state as JSON; null if no development is effective
 * @param validFrom the beginning of its last development; {@link Instant#MIN} is before everything
 */
public record MatterStateRow(
        MatterAddress matter,
        long version,
        long lastPosition,
        @Nullable String state,
        Instant validFrom) {

    /** The row of a matter without events. */
    static MatterStateRow none(MatterAddress matter) {
        return new MatterStateRow(matter, 0, 0, null, Instant.MIN);
    }

    /** Whether it is the state as known through a position and as of an instant. */
    public boolean isValidAt(long through, Instant asOf) {
        return lastPosition <= through && !asOf.isBefore(validFrom);
    }
}
