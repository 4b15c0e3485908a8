package org.parley.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The ledger's configuration, {@code parley.ledger.*}.
 *
 * @param cache the memory for cached matters; a tenth of the heap by default
 * @param retries how often a command is retried after a conflict in the store
 * @param lockTimeout how long a command waits for others on the same negotiation
 * @param startUncompared whether new commands are accepted although this ledger has not compared its store with Kafka
 *     since it started. For emergencies only: if the database is an older backup, positions are assigned twice
 * @param startPatience how long commands wait after a start for the comparison of store and Kafka
 * @param relay the settings of the relay
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
     * @param enabled whether this process runs a relay
     * @param topic the topic of the events
     * @param partitions the number of partitions of a new topic
     * @param replicationFactor the replication factor of a new topic; -1 uses the broker's default
     * @param batch the maximum number of events sent before waiting for their acknowledgements
     * @param poll how long to wait before looking for events of other processes
     * @param lease the length of the lease: how long a dead relay keeps others from taking over
     * @param stuckAfter how long no event may be acknowledged, while Kafka is available, before this process is not
     *     ready
     */
    record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("parley.ledger.v1") String topic,
            @DefaultValue("12") int partitions,
            @DefaultValue("-1") short replicationFactor,
            @DefaultValue("5000") int batch,
            @DefaultValue("200ms") Duration poll,
            @DefaultValue("5s") Duration lease,
            @DefaultValue("30s") Duration stuckAfter) {}
}
