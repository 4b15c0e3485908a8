package org.parley.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The ledger's configuration, {@code parley.ledger.*}.
 *
 * @param cache how much memory the matters take that are kept between commands; by default a tenth of the heap
 * @param retries how often a command is tried again after a conflict in the store
 * @param lockTimeout how long a command waits for others on the same negotiation
 * @param startUncompared whether new commands are taken although this ledger has not compared its store with Kafka
 *     since it started. For an emergency: where the database is an older one, positions are given twice
 * @param startPatience how long commands wait, after a start, until store and Kafka were compared
 * @param relay how events get to Kafka
 */
@ConfigurationProperties("parley.ledger")
record LedgerProperties(
        @Nullable DataSize cache,
        @DefaultValue("8") int retries,
        @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("false") boolean startUncompared,
        @DefaultValue("20s") Duration startPatience,
        @DefaultValue Relay relay) {
    private static final int HEAP_SHARE = 10;

    long cacheBytes() {
        return cache == null ? Runtime.getRuntime().maxMemory() / HEAP_SHARE : cache.toBytes();
    }

    /**
     * @param enabled whether this process relays at all
     * @param topic where events go
     * @param partitions how many partitions the topic is made with
     * @param replicationFactor on how many brokers each is kept; -1 leaves it to the broker
     * @param batch the most events sent before their acknowledgements are waited for
     * @param poll how long to wait for news that this process does not tell of itself
     * @param lease how long a relay that died keeps others from taking over
     * @param stuckAfter how long nothing may get through, with Kafka answering, before this process counts as not ready
     */
    record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("parley.ledger.v1") String topic,
            @DefaultValue("12") int partitions,
            @DefaultValue("-1") short replicationFactor,
            @DefaultValue("1000") int batch,
            @DefaultValue("200ms") Duration poll,
            @DefaultValue("5s") Duration lease,
            @DefaultValue("30s") Duration stuckAfter) {}
}
