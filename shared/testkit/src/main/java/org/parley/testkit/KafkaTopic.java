package org.parley.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic as a subscriber sees it, with plain Kafka clients. */
public record KafkaTopic(String bootstrapServers, String name) {
    /**
     * A broker delays the response to an empty fetch, by default for half a second, and a consumer that closes waits
     * for it.
     */
    private static final String FETCH_WAIT_MS = "10";

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms", "5000");
    }

    /** Creates the topic with one replica and these settings. */
    public void create(int partitions, Map<String, String> settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Deletes the topic; it may still be listed for a moment. */
    public void delete() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    public boolean exists() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            return admin.listTopics().names().get().contains(name);
        }
    }

    /** Sends records one after the other; returns when Kafka has acknowledged them. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    /** All records, from the beginning of each partition. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    /** The end offsets of the partitions; they change when anything is published. */
    public Map<TopicPartition, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** The key of a record as text; empty if there is none. */
    public static String key(ConsumerRecord<byte[], ?> record) {
        return text(record.key());
    }

    /** The headers of a record as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(config());
        settings.put("fetch.max.wait.ms", FETCH_WAIT_MS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(each -> new TopicPartition(name, each.partition()))
                .toList();
    }
}
