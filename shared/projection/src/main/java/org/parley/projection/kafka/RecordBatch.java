package org.parley.projection.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one or more polls, up to the read limit.
 *
 * @param reached the next offset of each partition that returned records
 * @param cut the partitions whose records were cut off at the limit, with the offset to seek to
 */
public record RecordBatch(
        List<ConsumerRecord<byte[], byte[]>> records,
        Map<Integer, PartitionOffset> reached,
        Map<Integer, PartitionOffset> cut) {

    /**
     * Cuts off the records beyond the limit.
     *
     * @param ends the exclusive end offsets of the partitions that have a limit
     */
    static RecordBatch of(ConsumerRecords<byte[], byte[]> polled, Map<Integer, Long> ends) {
        RecordBatch batch = new RecordBatch(new ArrayList<>(polled.count()), new HashMap<>(), new HashMap<>());
        polled.nextOffsets()
                .forEach(
                        (partition, next) -> batch.reached.put(partition.partition(), PartitionOffset.fromKafka(next)));
        for (TopicPartition partition : polled.partitions()) {
            Long end = ends.get(partition.partition());
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            if (end == null || records.getLast().offset() < end) {
                batch.records.addAll(records);
            } else {
                batch.take(records, end);
            }
        }
        return batch;
    }

    /** This batch and then another one, which was read after it. */
    public RecordBatch plus(RecordBatch next) {
        RecordBatch both = new RecordBatch(new ArrayList<>(records), new HashMap<>(reached), new HashMap<>(cut));
        both.records.addAll(next.records);
        both.reached.putAll(next.reached);
        both.cut.putAll(next.cut);
        return both;
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> all, long end) {
        int partition = all.getFirst().partition();
        all.stream().filter(record -> record.offset() < end).forEach(records::add);
        if (all.getFirst().offset() < end) {
            reached.put(partition, PartitionOffset.at(end));
            cut.put(partition, PartitionOffset.at(end));
        } else {
            reached.remove(partition);
            cut.put(partition, PartitionOffset.at(all.getFirst().offset()));
        }
    }
}
