package org.parley.archive.trail.query;

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
public record OffsetRange(
        UUID topic,
        int partition,
        long from,
        long fromPosition,
        long until,
        List<PositionRange> bounds,
        @Nullable String only) {
    /** The rest of the range after an entry. */
    public OffsetRange after(StreamedEntry entry) {
        return new OffsetRange(topic, partition, entry.offset(), entry.position(), until, bounds, only);
    }
}
