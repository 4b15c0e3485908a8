package org.parley.stream;

import java.time.Duration;
import java.util.HashMap;
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

/** Which topic has the name now: deleted and made anew, it is another. Of the reader's thread alone. */
final class TopicWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int ANSWER_MS = 5_000; // unless the settings of the clients say otherwise

    private final Admin admin;
    private final String name;
    private @Nullable KafkaFuture<TopicDescription> asked;
    private long askedAt;
    private @Nullable String trouble;

    /**
     * A topic as it is.
     *
     * @param id given by Kafka at its creation
     */
    record Topic(String id, int partitions) {}

    TopicWatch(ReaderSettings settings, String clientId) {
        Map<String, Object> of = new HashMap<>();
        of.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        of.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        of.putAll(settings.kafka());
        of.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        of.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        this.admin = Admin.create(of);
        this.name = settings.topic();
    }

    /** The topic; null when there is none. */
    @Nullable Topic find() throws InterruptedException {
        return answer(ask());
    }

    /** Whether the name still stands for this topic, as last heard; without waiting. */
    boolean still(Topic topic) throws InterruptedException {
        KafkaFuture<TopicDescription> pending = asked;
        if (pending == null) {
            if (System.nanoTime() - askedAt > EVERY.toNanos()) {
                asked = ask();
                askedAt = System.nanoTime();
            }
            return true;
        }
        if (!pending.isDone()) {
            return true;
        }
        asked = null;
        try {
            Topic now = answer(pending);
            trouble = null;
            return topic.equals(now);
        } catch (KafkaException e) {
            trouble = "Kafka does not answer: " + Wording.of(e);
            return true;
        }
    }

    /** What keeps Kafka from answering; null when nothing does. */
    @Nullable String trouble() {
        return trouble;
    }

    private KafkaFuture<TopicDescription> ask() {
        return Objects.requireNonNull(
                admin.describeTopics(Set.of(name)).topicNameValues().get(name));
    }

    private static @Nullable Topic answer(KafkaFuture<TopicDescription> future) throws InterruptedException {
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
