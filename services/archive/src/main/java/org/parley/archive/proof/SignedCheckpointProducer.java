package org.parley.archive.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends checkpoints to their topic. The key is the negotiation, the value the signed note; nothing in it is ever
 * deleted.
 */
final class SignedCheckpointProducer implements AutoCloseable {
    private static final int PARTITIONS = 12;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final String topic;
    private final Producer<String, String> producer;

    /** Connects, and creates the topic if it does not exist. */
    SignedCheckpointProducer(SignedCheckpointProperties properties) throws InterruptedException, ExecutionException {
        this.topic = properties.checkpointsTopic();
        createIfMissing(properties);
        this.producer = new KafkaProducer<>(
                client(
                        properties,
                        Map.of(
                                "client.id", "parley-checkpoints",
                                "acks", "all",
                                "delivery.timeout.ms", "20000",
                                "request.timeout.ms", "10000",
                                "max.block.ms", "10000")),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void createIfMissing(SignedCheckpointProperties properties) throws InterruptedException, ExecutionException {
        NewTopic newTopic = new NewTopic(properties.checkpointsTopic(), Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try (Admin admin = Admin.create(client(properties, Map.of("client.id", "parley-checkpoints-admin")))) {
            admin.createTopics(List.of(newTopic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Map<String, Object> client(SignedCheckpointProperties properties, Map<String, String> overrides) {
        Map<String, Object> settings = new HashMap<>(properties.client());
        settings.putAll(overrides);
        settings.put("bootstrap.servers", properties.bootstrapServers());
        return settings;
    }

    /** Sends a checkpoint; returns when Kafka has acknowledged it. */
    void send(String negotiation, String note) throws InterruptedException, ExecutionException {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, negotiation, note);
        message.headers().add("content-type", "text/plain; charset=utf-8".getBytes(StandardCharsets.US_ASCII));
        producer.send(message).get();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
