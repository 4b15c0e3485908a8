package org.parley.archive.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.history.Reach;
import org.parley.matter.MatterAddress;

/**
 * A milestone as it is kept.
 *
 * @param state as JSON
 * @param deadFrom the first position that disturbed it; null when none has
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

    /** An entry that changes what earlier milestones of its matter rest on. */
    record Disturbance(MatterAddress matter, long position, Reach reach) {}
}
