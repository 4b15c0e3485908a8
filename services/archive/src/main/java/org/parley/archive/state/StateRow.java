package org.parley.archive.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;

/**
 * Where a matter stands after everything recorded of it.
 *
 * @param version how many events were recorded of it
 * @param lastPosition the position of the last of them
 * @param state the state as JSON; null when nothing of it holds
 * @param holdsFrom when the last of its developments begins; {@link Instant#MIN} is from ever
 */
record StateRow(
        MatterAddress matter,
        long version,
        long lastPosition,
        @Nullable String state,
        Instant holdsFrom) {

    /** Of a matter that nothing was recorded of. */
    static StateRow none(MatterAddress matter) {
        return new StateRow(matter, 0, 0, null, Instant.MIN);
    }

    /** Whether it is what was known through a position, as of an instant. */
    boolean holds(long through, Instant asOf) {
        return lastPosition <= through && !asOf.isBefore(holdsFrom);
    }
}
