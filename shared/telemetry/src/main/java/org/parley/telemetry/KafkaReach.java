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

/** Whether Kafka answers for a topic: what does not go on while it is away is not stuck, but waits. */
public final class KafkaReach {
    private static final int ANSWER_MS = 3_000;

    private final Map<String, Object> config;
    private final String topic;
    private volatile boolean wasAway;
    private volatile long awayAt;

    /**
     * @param further settings of the Kafka clients, such as those for security
     */
    public KafkaReach(String bootstrapServers, String topic, Map<String, String> further) {
        this.config = new HashMap<>(further);
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        this.topic = topic;
    }

    /**
     * Asks it, over a connection that is closed again; takes a few seconds when it is away.
     *
     * @param grace how long who waited for it has to go on again: for that long after it was found away, this says no
     */
    public boolean answers(Duration grace) {
        long now = System.nanoTime();
        if (!answers()) {
            awayAt = now;
            wasAway = true;
        }
        return !wasAway || now - awayAt > grace.toNanos();
    }

    private boolean answers() {
        try (Admin admin = Admin.create(config)) {
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
