package org.parley.domain.diff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterAddress;

/**
 * The difference of one matter.
 *
 * @param matter the matter; may be the negotiation itself
 * @param before the state before; null if it did not exist
 * @param after the state after; null if it does not exist
 * @param because the ids of the entries that caused the difference, in the order recorded
 */
public record MatterChange(
        MatterAddress matter,
        @Nullable MatterStateAsOf before,
        @Nullable MatterStateAsOf after,
        List<UUID> because) {
    public MatterChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException(matter + " exists neither before nor after");
        }
        because = List.copyOf(because);
    }
}
