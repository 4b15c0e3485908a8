package org.parley.projection.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.parley.broker.KafkaClients;
import org.parley.projection.ErrorText;
import org.parley.projection.ReaderSettings;

/**
 * Checks which topic has the configured name. A topic that was deleted and recreated has another id. Only for the
 * reader's thread.
 */
public final class TopicMonitor implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int ANSWER_MS = 5_000; // the client settings may override it

    private final Admin admin;
    private final String name;
    private @Nullable KafkaFuture<TopicDescription> pending;
    private long requestedAt;
    private @Nullable String failure;

    /** @param id the id that Kafka assigned when it created the topic */
    public record Topic(String id, int partitions) {}

    public TopicMonitor(ReaderSettings settings, String clientId) {
        this.admin = new KafkaClients(settings.bootstrapServers(), settings.kafka())
                .admin(
                        Map.of(
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS),
                        Map.of(AdminClientConfig.CLIENT_ID_CONFIG, clientId));
        this.name = settings.topic();
    }

    /** Returns the topic, or null if it does not exist. */
    @Nullable public Topic find() throws InterruptedException {
        return await(request());
    }

    /** Whether the name still belongs to this topic, by the last answer from Kafka. Does not block. */
    public boolean isUnchanged(Topic topic) throws InterruptedException {
        KafkaFuture<TopicDescription> request = pending;
        if (request == null) {
            if (System.nanoTime() - requestedAt > EVERY.toNanos()) {
                pending = request();
                requestedAt = System.nanoTime();
            }
            return true;
        }
        if (!request.isDone()) {
            return true;
        }
        pending = null;
        try {
            Topic now = await(request);
            failure = null;
            return topic.equals(now);
        } catch (KafkaException e) {
            failure = "Kafka does not answer: " + ErrorText.describe(e);
            return true;
        }
    }

    /** Why Kafka does not answer; null if it does. */
    @Nullable public String failure() {
        return failure;
    }

    private KafkaFuture<TopicDescription> request() {
        return Objects.requireNonNull(
                admin.describeTopics(Set.of(name)).topicNameValues().get(name));
    }

    private static @Nullable Topic await(KafkaFuture<TopicDescription> future) throws InterruptedException {
        try {
            TopicDescription topic = future.get();
            return new Topic(topic.topicId().toString(), topic.partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
