package org.parley.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.kafka.RecordVerification;
import org.parley.contract.kafka.RecordVerifier;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.domain.matter.MatterAddress;
import org.parley.testkit.KafkaTopic;
import org.parley.testkit.TestSealKeys;

/** Reads and writes the topic of events independently of the relay. */
record PublishedTopic(KafkaTopic kafka) {
    static final int PARTITIONS = 3;

    static PublishedTopic at(String bootstrapServers, String name) {
        return new PublishedTopic(new KafkaTopic(bootstrapServers, name));
    }

    /** A record with its headers as text. */
    record Received(String key, Map<String, String> headers, byte[] value) {
        private static Received of(ConsumerRecord<byte[], byte[]> record) {
            return new Received(KafkaTopic.key(record), KafkaTopic.headers(record), record.value());
        }

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

    String name() {
        return kafka.name();
    }

    void create(Map<String, String> settings) throws ExecutionException, InterruptedException {
        kafka.create(PARTITIONS, settings);
    }

    void delete() throws ExecutionException, InterruptedException {
        kafka.delete();
    }

    boolean exists() throws ExecutionException, InterruptedException {
        return kafka.exists();
    }

    /** All records of the ledger, partition by partition. */
    List<Received> all() {
        return all(TestSealKeys.KEY);
    }

    /** All records sealed with this key, partition by partition. */
    List<Received> all(SealKey key) {
        RecordVerifier verifier = new RecordVerifier(SealKeys.only(key));
        return kafka.records().stream()
                .filter(record -> verifier.verify(record, PARTITIONS) instanceof RecordVerification.Genuine)
                .map(Received::of)
                .toList();
    }

    /** The number of records of any kind. */
    int size() {
        return kafka.records().size();
    }

    /** An event in the form that the ledger publishes. */
    static PublishedEvent event(String negotiation, long position, UUID id) {
        return event(negotiation, position, id, 1_000_000 + position, Instant.now());
    }

    static PublishedEvent event(String negotiation, long position, UUID id, long sequence, Instant recordedAt) {
        return new PublishedEvent(
                        id,
                        EventTypeName.parse("org.parley.QuestionRaised.v1"),
                        MatterAddress.parse(negotiation + "/question/raised-" + position),
                        position,
                        sequence,
                        recordedAt.truncatedTo(ChronoUnit.MICROS),
                        "chief",
                        "c-1",
                        null,
                        null,
                        "{\"title\":\"A question\",\"theme\":\"ECONOMY\"}".getBytes(UTF_8))
                .canonical();
    }

    /** The record of an event with the ledger's seal. */
    ProducerRecord<byte[], byte[]> sealed(PublishedEvent event) {
        return sealed(event, TestSealKeys.KEY);
    }

    /** The record of an event, sealed with a given key. */
    ProducerRecord<byte[], byte[]> sealed(PublishedEvent event, SealKey key) {
        return KafkaEventRecords.write(name(), PARTITIONS, event, key);
    }

    /** Sends an event with the ledger's seal. */
    void put(PublishedEvent event) throws ExecutionException, InterruptedException {
        put(List.of(sealed(event)));
    }

    /** Sends a record that is not an event. */
    void putForeign() throws ExecutionException, InterruptedException {
        put(List.of(new ProducerRecord<>(name(), "?".getBytes(UTF_8))));
    }

    /** Sends any records. */
    void put(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        kafka.send(records);
    }

    /** The first record of each position, in order; fails if a position has two ids. */
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

    /** The records that a reader applies that accepts only the next position of each negotiation. */
    static List<Received> asRead(List<Received> all) {
        Map<String, Long> last = new HashMap<>();
        return all.stream()
                .filter(received -> last.getOrDefault(received.key(), 0L) + 1 == received.position())
                .peek(received -> last.put(received.key(), received.position()))
                .toList();
    }
}
