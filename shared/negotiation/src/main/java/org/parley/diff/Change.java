package org.parley.diff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.MatterAddress;

/**
 * How one matter differs.
 *
 * @param matter which; the negotiation itself is one too
 * @param before how it was seen; null when it did not exist
 * @param after how it is seen; null when it does not exist
 * @param because the developments that made the difference, in the order recorded; an editorial event by its own id
 */
public record Change(
        MatterAddress matter,
        @Nullable SeenMatter before,
        @Nullable SeenMatter after,
        List<UUID> because) {
    public Change {
        if (before == null && after == null) {
            throw new IllegalArgumentException(matter + " exists neither before nor after");
        }
        because = List.copyOf(because);
    }
}
