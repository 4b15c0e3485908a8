package org.parley.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Creates every Kafka client of a service, so that all of them connect and sign in alike.
 *
 * <p>Each method takes two sets of settings: the operator's configuration overrides the defaults but not the required
 * settings, on which the program depends. The caller closes what it creates.
 *
 * @param bootstrapServers the addresses of Kafka, separated by commas
 * @param configured the operator's settings for all clients, such as security and timeouts
 */
public record KafkaClients(String bootstrapServers, Map<String, String> configured) {
    public KafkaClients {
        configured = Map.copyOf(configured);
    }

    /** A client for topics and their settings. */
    public Admin admin(Map<String, ?> defaults, Map<String, ?> required) {
        return Admin.create(settings(defaults, required));
    }

    /**
     * A consumer without a group: the caller keeps the offsets. It neither commits them nor creates topics, and an offset
     * that Kafka no longer has is an error.
     */
    public KafkaConsumer<byte[], byte[]> consumer(Map<String, ?> defaults, Map<String, ?> required) {
        Map<String, Object> settings = settings(defaults, required);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** An idempotent producer that waits for all replicas in sync. */
    public KafkaProducer<byte[], byte[]> producer(Map<String, ?> defaults, Map<String, ?> required) {
        Map<String, Object> settings = settings(defaults, required);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> settings(Map<String, ?> defaults, Map<String, ?> required) {
        Map<String, Object> settings = new HashMap<>(defaults);
        settings.putAll(configured);
        settings.putAll(required);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }
}
