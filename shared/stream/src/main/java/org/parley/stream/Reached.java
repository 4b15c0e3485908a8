package org.parley.stream;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The next offset to read in a partition.
 *
 * @param offset the next record to read
 * @param leaderEpoch the leader epoch of the last record; null if unknown, such as after a rewind
 */
record Reached(long offset, @Nullable Integer leaderEpoch) {
    static Reached at(long offset) {
        return new Reached(offset, null);
    }

    static Reached of(OffsetAndMetadata kafka) {
        return new Reached(kafka.offset(), kafka.leaderEpoch().orElse(null));
    }

    OffsetAndMetadata toKafka() {
        return new OffsetAndMetadata(offset, Optional.ofNullable(leaderEpoch), "");
    }
}
