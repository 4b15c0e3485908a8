package org.parley.archive.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.parley.broker.KafkaClients;

/**
 * Sends checkpoints to their topic. The key of a record is the negotiation, the value the signed note. Records are
 * never deleted.
 */
final class SignedCheckpointProducer implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    /** Connects, and creates the topic if it does not exist. */
    SignedCheckpointProducer(SignedCheckpointProperties properties) throws InterruptedException, ExecutionException {
        this.topic = properties.checkpointsTopic();
        KafkaClients clients = new KafkaClients(properties.bootstrapServers(), properties.client());
        createIfMissing(clients, topic);
        this.producer = clients.producer(
                Map.of(),
                Map.of(
                        "client.id", "parley-checkpoints",
                        "delivery.timeout.ms", 20_000,
                        "request.timeout.ms", 10_000,
                        "max.block.ms", 10_000));
    }

    private static void createIfMissing(KafkaClients clients, String topic)
            throws InterruptedException, ExecutionException {
        NewTopic wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try (Admin admin = clients.admin(Map.of(), Map.of("client.id", "parley-checkpoints-admin"))) {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Sends a checkpoint, and returns when Kafka has acknowledged it. */
    void send(String negotiation, String note) throws InterruptedException, ExecutionException {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic, negotiation.getBytes(UTF_8), note.getBytes(UTF_8));
        message.headers().add("content-type", "text/plain; charset=utf-8".getBytes(UTF_8));
        producer.send(message).get();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
