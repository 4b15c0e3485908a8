package org.parley.stream;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition is read.
 *
 * @param offset the next record to read
 * @param leaderEpoch of the last record read; null when it does not matter, as after going back
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
