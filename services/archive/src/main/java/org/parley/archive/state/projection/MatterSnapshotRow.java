package org.parley.archive.state.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.AffectedInterval;
import org.parley.domain.matter.MatterAddress;

/**
 * A stored snapshot of a matter.
 *
 * @param state as JSON
 * @param invalidFrom the position of the first entry that invalidates it; null if it is valid
 */
record MatterSnapshotRow(
        MatterAddress matter,
        long position,
        Instant start,
        String state,
        @Nullable Long invalidFrom) {

    MatterSnapshotRow invalidatedBy(Invalidation disturbance) {
        return invalidFrom == null && disturbance.interval().invalidates(start)
                ? new MatterSnapshotRow(matter, position, start, state, disturbance.position())
                : this;
    }

    /** An entry that changes the history on which earlier snapshots of its matter are based. */
    record Invalidation(MatterAddress matter, long position, AffectedInterval interval) {}
}
