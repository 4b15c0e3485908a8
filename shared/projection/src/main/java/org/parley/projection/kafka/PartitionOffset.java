package org.parley.projection.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The next offset to read in a partition.
 *
 * @param offset the next record to read
 * @param leaderEpoch the leader epoch of the last record; null if unknown, such as after a rewind
 */
public record PartitionOffset(long offset, @Nullable Integer leaderEpoch) {
    public static PartitionOffset at(long offset) {
        return new PartitionOffset(offset, null);
    }

    static PartitionOffset fromKafka(OffsetAndMetadata kafka) {
        return new PartitionOffset(kafka.offset(), kafka.leaderEpoch().orElse(null));
    }

    OffsetAndMetadata toKafka() {
        return new OffsetAndMetadata(offset, Optional.ofNullable(leaderEpoch), "");
    }
}
