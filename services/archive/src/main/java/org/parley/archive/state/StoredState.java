package org.parley.archive.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.MatterStateJson;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;

/**
 * Where a matter stands, as stored.
 *
 * @param json null when nothing of it holds
 * @param holdsFrom null is from ever
 * @param holdsUntil null is for ever
 */
record StoredState(
        MatterAddress matter,
        @Nullable String json,
        @Nullable Instant holdsFrom,
        @Nullable Instant holdsUntil) {

    /** Whether it is still, and already, so at this moment of both times. */
    boolean holdsAt(Instant now) {
        return (holdsFrom == null || !now.isBefore(holdsFrom)) && (holdsUntil == null || now.isBefore(holdsUntil));
    }

    Optional<MatterState> state() {
        return Optional.ofNullable(json).map(MatterStateJson::read);
    }
}
