package org.parley.archive.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A range of entries of a partition, in the order of their offsets.
 *
 * @param from the first offset, inclusive
 * @param fromPosition the position after which it starts at the first offset, since several entries of a negotiation
 *     can share an offset
 * @param until the last offset, exclusive
 * @param bounds the negotiations of which only some entries belong to the range
 * @param only the only negotiation of the range; null for all
 */
record PartitionPart(
        UUID topic,
        int partition,
        long from,
        long fromPosition,
        long until,
        List<TrailPart> bounds,
        @Nullable String only) {
    /** The rest of the range after an entry. */
    PartitionPart after(LiveEntry entry) {
        return new PartitionPart(topic, partition, entry.place(), entry.position(), until, bounds, only);
    }
}
