package org.parley.archive.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.history.Reach;
import org.parley.matter.MatterAddress;

/**
 * A stored milestone.
 *
 * @param state as JSON
 * @param deadFrom the position of the first entry that invalidates it; null if it is valid
 */
record MilestoneRow(
        MatterAddress matter,
        long position,
        Instant start,
        String state,
        @Nullable Long deadFrom) {

    MilestoneRow disturbedBy(Disturbance disturbance) {
        return deadFrom == null && disturbance.reach().disturbs(start)
                ? new MilestoneRow(matter, position, start, state, disturbance.position())
                : this;
    }

    /** An entry that changes the history on which earlier milestones of its matter are based. */
    record Disturbance(MatterAddress matter, long position, Reach reach) {}
}
