package org.parley.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a single broker that is its own controller and shares a small machine. */
final class KafkaSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final int MEBIBYTE = 1024 * 1024;

    private KafkaSettings() {}

    static Map<String, String> of(Path data, KafkaListeners listeners) {
        Map<String, String> settings = new TreeMap<>();
        settings.putAll(listeners.settings());
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("log.dirs", data.toString());
        settings.putAll(singleNode());
        settings.putAll(fastRestart());
        settings.putAll(smallMemory());
        // The topics are a replay log: records do not expire by default, and an unknown topic is an error.
        settings.put("log.retention.ms", "-1");
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    private static Map<String, String> singleNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "min.insync.replicas", "1");
    }

    /** After a kill the broker can register again only when its former session has expired. */
    private static Map<String, String> fastRestart() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "300",
                "group.initial.rebalance.delay.ms", "0",
                "server.max.startup.time.ms", "60000");
    }

    /** By default, the cleaner alone allocates 128 MiB of heap at startup. */
    private static Map<String, String> smallMemory() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEBIBYTE),
                "log.cleaner.io.buffer.size", Integer.toString(MEBIBYTE / 4),
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "metric.reporters", "");
    }
}
