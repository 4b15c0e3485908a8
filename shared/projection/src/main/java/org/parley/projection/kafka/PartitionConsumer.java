package org.parley.projection.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.parley.broker.KafkaClients;
import org.parley.projection.ReaderSettings;

/** Reads partitions of the topic from given offsets. Only for the reader's thread, except {@link #wakeup}. */
public final class PartitionConsumer implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final ReaderSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<Integer, Long> endOffsets = new TreeMap<>();

    public PartitionConsumer(ReaderSettings settings, String clientId) {
        this.settings = settings;
        this.consumer = new KafkaClients(settings.bootstrapServers(), settings.kafka())
                .consumer(
                        Map.of(
                                ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                                ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100),
                        Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxBatch()));
    }

    /** Assigns these partitions; call {@link #seek} next. */
    public void assign(Set<Integer> partitions) {
        List<TopicPartition> all = partitions.stream().map(this::partition).toList();
        consumer.assign(all);
        endOffsets.clear();
        consumer.endOffsets(all, ANSWER).forEach((partition, end) -> endOffsets.put(partition.partition(), end));
    }

    /** Seeks to these offsets. */
    public void seek(Map<Integer, PartitionOffset> offsets) {
        offsets.forEach((partition, reached) -> consumer.seek(partition(partition), reached.toKafka()));
    }

    /** The beginning offsets of partitions. */
    public Map<Integer, Long> beginningOffsets(Set<Integer> partitions) {
        Map<Integer, Long> starts = new HashMap<>();
        consumer.beginningOffsets(partitions.stream().map(this::partition).collect(Collectors.toSet()), ANSWER)
                .forEach((partition, start) -> starts.put(partition.partition(), start));
        return starts;
    }

    /**
     * Polls once: returns as soon as there are records, or empty after the timeout.
     *
     * @param ends the exclusive end offsets of the partitions that have a limit
     */
    public RecordBatch poll(Map<Integer, Long> ends, Duration timeout) {
        Set<TopicPartition> atLimit = consumer.assignment().stream()
                .filter(partition -> isAtLimit(partition, ends.get(partition.partition())))
                .collect(Collectors.toSet());
        consumer.resume(consumer.paused());
        consumer.pause(atLimit);
        RecordBatch batch = RecordBatch.of(consumer.poll(timeout), ends);
        seek(batch.cut());
        return batch;
    }

    /** Whether no partition is assigned: there are more readers than partitions. */
    public boolean hasNoPartitions() {
        return consumer.assignment().isEmpty();
    }

    private boolean isAtLimit(TopicPartition partition, @Nullable Long end) {
        return end != null && consumer.position(partition) >= end;
    }

    /** The last known end offsets of the partitions. */
    public Map<Integer, Long> endOffsets() {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition)
                    .ifPresent(lag -> endOffsets.put(partition.partition(), consumer.position(partition) + lag));
        }
        return Map.copyOf(endOffsets);
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(settings.topic(), number);
    }

    /** Interrupts the current or next poll. Thread-safe. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
