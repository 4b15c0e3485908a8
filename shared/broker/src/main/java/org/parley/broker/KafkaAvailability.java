package org.parley.broker;

import java.time.Duration;
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
    private static final int ANSWER_MS = 3_000;
    private static final Map<String, Object> TIMEOUTS = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);

    private final KafkaClients clients;
    private final String topic;
    private volatile boolean hasFailed;
    private volatile long lastFailure;

    public KafkaAvailability(KafkaClients clients, String topic) {
        this.clients = clients;
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
        try (Admin admin = clients.admin(Map.of(), TIMEOUTS)) {
            admin.describeTopics(List.of(topic)).allTopicNames().get(2L * ANSWER_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
