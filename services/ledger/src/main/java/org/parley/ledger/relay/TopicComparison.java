package org.parley.ledger.relay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.parley.contract.PublishedEvent;

/**
 * Compares the topic with what the relay noted, before it sends anything: what arrived without being noted (the relay
 * died in between) is not sent again; what was noted and is gone (another topic, or one that lost its end) is.
 */
final class TopicComparison {
    private final RelayStore store;
    private final Map<String, Long> positions = new HashMap<>();

    /** What a record of the topic says it is. */
    record Found(String negotiation, long position, UUID developmentId) {}

    TopicComparison(RelayStore store) {
        this.store = store;
    }

    /**
     * Brings the notes in line with the topic.
     *
     * @throws TopicMismatch when the topic holds events that the store does not
     */
    void run(Consumer<byte[], byte[]> consumer, TopicDescription topic) {
        String id = topic.topicId().toString();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (isOther(store.ends(topic.name(), id), ends)) {
            store.startOver();
        }
        read(consumer, store.ends(topic.name(), id), ends);
        store.advance(positions);
        store.noteEnds(
                topic.name(),
                id,
                ends.entrySet().stream()
                        .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue)));
    }

    /** Whether this is another topic than the one whose ends were noted, or one that lost something since. */
    private boolean isOther(Map<Integer, Long> noted, Map<TopicPartition, Long> ends) {
        if (noted.isEmpty() == store.hasProgress()) {
            return true; // one without the other says nothing
        }
        return ends.entrySet().stream()
                .anyMatch(
                        end -> end.getValue() < noted.getOrDefault(end.getKey().partition(), 0L));
    }

    private void read(Consumer<byte[], byte[]> consumer, Map<Integer, Long> from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begin =
                ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> from.getOrDefault(p.partition(), 0L)));
        TopicScan.read(consumer, begin, ends, records -> {
            List<Found> found = StreamSupport.stream(records.spliterator(), false)
                    .flatMap(record -> found(record).stream())
                    .toList();
            store.requireStored(found);
            found.forEach(this::count);
        });
    }

    /** What a record says it is; empty where somebody else put it there. */
    private static Optional<Found> found(ConsumerRecord<byte[], byte[]> record) {
        Header position = record.headers().lastHeader(PublishedEvent.HEADER_PREFIX + "position");
        Header id = record.headers().lastHeader(PublishedEvent.HEADER_PREFIX + "id");
        return record.key() == null || position == null || id == null
                ? Optional.empty()
                : Optional.of(new Found(
                        new String(record.key(), StandardCharsets.UTF_8),
                        Long.parseLong(new String(position.value(), StandardCharsets.UTF_8)),
                        UUID.fromString(new String(id.value(), StandardCharsets.UTF_8))));
    }

    /** Counts what arrived, as far as it has no hole: what comes after a hole is sent again. */
    private void count(Found found) {
        long last = positions.computeIfAbsent(found.negotiation(), store::relayed);
        if (found.position() == last + 1) {
            positions.put(found.negotiation(), found.position());
        }
    }
}
