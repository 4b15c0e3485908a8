package org.parley.telemetry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Whether Kafka is available for a topic. A consumer or the relay without progress while Kafka is unavailable is
 * waiting, not stalled.
 */
public final class KafkaAvailability {
    private static final int TIMEOUT_MS = 3_000;

    private final Map<String, Object> config;
    private final String topic;
    private volatile boolean hasFailed;
    private volatile long lastFailure;

    /**
     * Creates the check; it connects at each call.
     *
     * @param settings additional settings of the Kafka client, such as those for security
     */
    public KafkaAvailability(String bootstrapServers, String topic, Map<String, String> settings) {
        this.config = new HashMap<>(settings);
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        this.topic = topic;
    }

    /**
     * Checks over a new connection; takes a few seconds while Kafka is unavailable.
     *
     * @param grace the time that clients have to resume: for that long after an outage, the result is still false
     */
    public boolean isAvailable(Duration grace) {
        long now = System.nanoTime();
        if (!isAvailable()) {
            lastFailure = now;
            hasFailed = true;
        }
        return !hasFailed || now - lastFailure > grace.toNanos();
    }

    private boolean isAvailable() {
        try (Admin admin = Admin.create(config)) {
            admin.describeTopics(List.of(topic)).allTopicNames().get(2L * TIMEOUT_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
