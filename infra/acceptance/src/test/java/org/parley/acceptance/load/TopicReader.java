package org.parley.acceptance.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.parley.acceptance.check.ObservedEntry;
import org.parley.acceptance.check.OutputChannel;

/** Reads the topic from its beginning, as a subscriber's consumer does. */
public final class TopicReader {
    private static final String NAME = "parley.ledger.v1";
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> client;
    private final Map<String, List<ObservedEntry>> seen = new HashMap<>();
    private volatile boolean isEnded;

    /**
     * A reader of the topic.
     *
     * @param client the Kafka client's configuration
     */
    public TopicReader(Map<String, Object> client) {
        this.client = new HashMap<>(client);
        this.client.put("enable.auto.commit", "false");
    }

    /** Reads until {@link #end} is called. */
    void follow() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            while (!isEnded) {
                consumer.poll(POLL).forEach(this::take);
            }
        }
    }

    void end() {
        isEnded = true;
    }

    /** Reads up to the current end. */
    public void readThrough() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(this::take);
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private synchronized void take(ConsumerRecord<String, byte[]> message) {
        seen.computeIfAbsent(message.key(), key -> new ArrayList<>())
                .add(new ObservedEntry(
                        header(message, "ce_id"),
                        Long.parseLong(header(message, "ce_position")),
                        Instant.parse(header(message, "ce_time"))));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    public synchronized OutputChannel channel(String negotiation) {
        return new OutputChannel(
                negotiation + " on Kafka", true, List.copyOf(seen.getOrDefault(negotiation, List.of())));
    }
}
