package org.parley.ledger.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** The topic settings that keep all history: unlimited retention, and replication if there are enough brokers. */
final class TopicRetention {
    /** With this many replicas one broker may fail while two others have every acknowledged record. */
    private static final int ENOUGH_REPLICAS = 3;

    private static final int IN_SYNC_MIN = 2;

    /** Any other value deletes records, or allows a leader that lacks acknowledged records. */
    private static final Map<String, String> REQUIRED = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");

    private TopicRetention() {}

    /**
     * The settings of a new topic.
     *
     * @param replicas the replication factor; -1 leaves it and the minimum of in-sync replicas to the broker
     */
    static Map<String, String> creationSettings(int replicas) {
        Map<String, String> settings = new HashMap<>(REQUIRED);
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (replicas >= ENOUGH_REPLICAS) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(IN_SYNC_MIN));
        }
        return settings;
    }

    /**
     * Requires that a topic keeps all history.
     *
     * @param settings the effective settings
     * @throws IllegalStateException if it would lose history
     */
    static void require(String topic, Map<String, String> settings) {
        REQUIRED.forEach((name, value) -> {
            String actual = settings.get(name);
            if (!value.equals(actual)) {
                throw new IllegalStateException("the topic " + topic + " has " + name + "=" + actual
                        + " and would lose history; set it to " + value);
            }
        });
    }

    /**
     * Advice for a topic that acknowledges records that only one broker has. The events are not lost, since the store
     * has them and they are sent again, but until then readers lack them.
     */
    static Optional<String> weakness(String topic, Map<String, String> settings, int replicas) {
        String inSync = settings.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
        return replicas >= ENOUGH_REPLICAS && Integer.parseInt(inSync) < IN_SYNC_MIN
                ? Optional.of("the topic " + topic + " has " + replicas + " replicas but "
                        + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + "=" + inSync
                        + ": acknowledged records may be lost with one broker; set it to " + IN_SYNC_MIN)
                : Optional.empty();
    }
}
