package org.parley.ledger.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic is set so that it keeps all history: for ever, and on more than one broker where there are enough. */
final class HistoryRules {
    /** With so many replicas one broker may be away while two others have what is acknowledged. */
    private static final int ENOUGH_REPLICAS = 3;

    private static final int IN_SYNC_MIN = 2;

    /** Anything else deletes, or puts a broker in charge that lacks what was acknowledged. */
    private static final Map<String, String> REQUIRED = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");

    private HistoryRules() {}

    /**
     * What a topic is made with.
     *
     * @param replicas on how many brokers each partition is kept; -1 leaves that, and how many acknowledge, to the
     *     broker
     */
    static Map<String, String> making(int replicas) {
        Map<String, String> settings = new HashMap<>(REQUIRED);
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (replicas >= ENOUGH_REPLICAS) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(IN_SYNC_MIN));
        }
        return settings;
    }

    /**
     * Requires that a topic keeps all.
     *
     * @param settings those in effect
     * @throws IllegalStateException when it would lose history
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
     * What to mend about a topic that keeps all, and yet acknowledges what one broker alone has. That is no loss, as
     * the store has it and it is sent again, but until then readers lack it.
     */
    static Optional<String> weakness(String topic, Map<String, String> settings, int replicas) {
        String inSync = settings.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
        return replicas >= ENOUGH_REPLICAS && Integer.parseInt(inSync) < IN_SYNC_MIN
                ? Optional.of("the topic " + topic + " is kept by " + replicas + " brokers but has "
                        + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + "=" + inSync
                        + ": what is acknowledged may be lost with one of them; set it to " + IN_SYNC_MIN)
                : Optional.empty();
    }
}
