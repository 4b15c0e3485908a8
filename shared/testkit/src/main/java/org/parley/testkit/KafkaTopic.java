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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as a subscriber's own program sees it: with nothing of Parley but its address and name. */
public record KafkaTopic(String bootstrapServers, String name) {
    /**
     * A broker holds back the answer to a fetch that finds nothing, by default for half a second, and a consumer that closes
     * waits for it.
     */
    private static final String FETCH_WAIT_MS = "10";

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms", "5000");
    }

    /** Makes it, with one replica and these settings. */
    public void create(int partitions, Map<String, String> settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Deletes it; it may still be listed for a moment. */
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

    /** Puts a record in, and returns when Kafka has it. */
    public void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** Everything in it, partition after partition, from the beginning. */
    public List<ConsumerRecord<String, byte[]>> records() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    /** Where its partitions end: the same as before when nothing was published. */
    public Map<TopicPartition, Long> ends() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** The headers of a record as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(config());
        settings.put("fetch.max.wait.ms", FETCH_WAIT_MS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(each -> new TopicPartition(name, each.partition()))
                .toList();
    }
}
