package org.parley.stream;

import java.time.Duration;
import java.util.Map;
import org.parley.contract.seal.SealKeys;

/**
 * How a reader reads.
 *
 * @param bootstrapServers where Kafka is
 * @param topic what is read, all partitions of it
 * @param pollTimeout how long one look for new records lasts at most; it bounds how soon other work of the reader begins
 * @param maxBatch how many records go into one transaction at most
 * @param gapPatience how long a missing event is waited for before its partition is read again from the start
 * @param share how long one transaction may take: a negotiation that takes longer is read aside, and holds up no other one
 * @param kafka further settings of the Kafka clients, such as those for security
 * @param seals the keys whose seals are believed
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
            throw new IllegalArgumentException("maxBatch is %d; it may be 1 to %d".formatted(maxBatch, BATCH_MAX));
        }
        if (pollTimeout.isNegative() || gapPatience.isNegative() || !share.isPositive()) {
            throw new IllegalArgumentException("a duration is negative, or no transaction may take any time");
        }
        kafka = Map.copyOf(kafka);
    }

    /** Looks of 200 ms, batches of 2,000, a patience of 10 s, transactions of 2 s. */
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

    /** The same with other settings of the Kafka clients. */
    public ReaderSettings with(Map<String, String> kafka) {
        return new ReaderSettings(bootstrapServers, topic, pollTimeout, maxBatch, gapPatience, share, kafka, seals);
    }
}
