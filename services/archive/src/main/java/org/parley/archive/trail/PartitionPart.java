package org.parley.archive.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a partition in the order of their places.
 *
 * @param from the first place
 * @param fromPosition after which position it begins there: a few entries of one negotiation can have one place
 * @param until before which place it ends
 * @param bounds of negotiations of which only some entries belong to it
 * @param only the one negotiation that it is about; null is all
 */
record PartitionPart(
        UUID topic,
        int partition,
        long from,
        long fromPosition,
        long until,
        List<TrailPart> bounds,
        @Nullable String only) {
    /** What of it comes after an entry. */
    PartitionPart after(LiveEntry entry) {
        return new PartitionPart(topic, partition, entry.place(), entry.position(), until, bounds, only);
    }
}
