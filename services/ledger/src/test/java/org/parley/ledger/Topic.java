package org.parley.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as somebody outside sees it. */
record Topic(String bootstrapServers, String name) {
    /** A record of it, with its headers as text. */
    record Received(String key, Map<String, String> headers, byte[] value) {
        UUID developmentId() {
            return UUID.fromString(headers.get("ce_id"));
        }

        long position() {
            return Long.parseLong(headers.get("ce_position"));
        }

        String place() {
            return key + " " + position();
        }
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms", "5000");
    }

    void create(Map<String, String> config) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1).configs(config)))
                    .all()
                    .get();
        }
    }

    void delete() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    boolean exists() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config())) {
            return admin.listTopics().names().get().contains(name);
        }
    }

    /** Everything in it, partition after partition. */
    List<Received> all() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Received> all = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> all.add(received(record)));
            }
            return all;
        }
    }

    /** Puts in an event of which the store knows nothing. */
    void put(String negotiation, long position, UUID id) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(name, negotiation, "{}".getBytes(UTF_8));
            record.headers()
                    .add("ce_id", id.toString().getBytes(UTF_8))
                    .add("ce_position", Long.toString(position).getBytes(UTF_8));
            producer.send(record).get();
        }
    }

    /** Puts in something that is no event. */
    void putForeign() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, "?".getBytes(UTF_8))).get();
        }
    }

    /** The first record of each place, in the order in which they stand; fails where a place has two ids. */
    static List<Received> firstOccurrences(List<Received> all) {
        Map<String, Received> first = new LinkedHashMap<>();
        for (Received received : all) {
            Received known = first.putIfAbsent(received.place(), received);
            if (known != null && !Set.of(known.headers()).equals(Set.of(received.headers()))) {
                throw new AssertionError("two events at " + received.place());
            }
        }
        return List.copyOf(first.values());
    }

    /** What a reader takes that waits for the next position of each negotiation. */
    static List<Received> asRead(List<Received> all) {
        Map<String, Long> last = new HashMap<>();
        return all.stream()
                .filter(received -> last.getOrDefault(received.key(), 0L) + 1 == received.position())
                .peek(received -> last.put(received.key(), received.position()))
                .toList();
    }

    private static Received received(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Received(record.key(), headers, record.value());
    }
}
