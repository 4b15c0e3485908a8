package org.parley.projection;

import java.time.Duration;
import java.util.Map;
import org.parley.contract.seal.SealKeys;

/**
 * The settings of a reader.
 *
 * @param bootstrapServers the Kafka addresses, separated by commas
 * @param topic the topic to read
 * @param pollTimeout the maximum duration of one poll; retries and rewinds wait for the poll to end
 * @param maxBatch the maximum number of records in one transaction, 1 to {@value #BATCH_MAX}
 * @param gapPatience how long to wait for a missing event before its partition is read again from the start
 * @param share the time limit of one transaction; a negotiation that exceeds it gets a dedicated reader and does not
 *     delay the others
 * @param kafka further settings of the Kafka clients, such as those for security
 * @param seals the keys whose seals are accepted
 */
public record ReaderSettings(
        String bootstrapServers,
        String topic,
        Duration pollTimeout,
        int maxBatch,
        Duration gapPatience,
        Duration share,
        Map<String, String> kafka,
        SealKeys seals) {
    /** The largest {@link #maxBatch}. */
    public static final int BATCH_MAX = 50_000;

    public ReaderSettings {
        if (maxBatch < 1 || maxBatch > BATCH_MAX) {
            throw new IllegalArgumentException("maxBatch is %d; it must be 1 to %d".formatted(maxBatch, BATCH_MAX));
        }
        if (pollTimeout.isNegative() || gapPatience.isNegative() || !share.isPositive()) {
            throw new IllegalArgumentException(
                    "pollTimeout and gapPatience must not be negative, and share must be positive");
        }
        kafka = Map.copyOf(kafka);
    }

    /** The defaults: polls of 200 ms, batches of 2,000 records, 10 s for a gap, 2 s per transaction. */
    public static ReaderSettings of(String bootstrapServers, String topic, SealKeys seals) {
        return new ReaderSettings(
                bootstrapServers,
                topic,
                Duration.ofMillis(200),
                2_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Map.of(),
                seals);
    }

    /** A copy with other settings of the Kafka clients. */
    public ReaderSettings with(Map<String, String> kafka) {
        return new ReaderSettings(bootstrapServers, topic, pollTimeout, maxBatch, gapPatience, share, kafka, seals);
    }
}
