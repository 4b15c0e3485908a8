package org.parley.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one look, as far as may be read.
 *
 * @param reached how far they reach, of every partition that had any
 * @param cut the partitions of which more came than may be read
 */
record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Reached> reached, Map<Integer, Reached> cut) {

    /**
     * Leaves out what lies beyond the limit.
     *
     * @param ends where to stop, of the partitions that have a limit
     */
    static Batch of(ConsumerRecords<byte[], byte[]> look, Map<Integer, Long> ends) {
        Batch batch = new Batch(new ArrayList<>(look.count()), new HashMap<>(), new HashMap<>());
        look.nextOffsets().forEach((partition, next) -> batch.reached.put(partition.partition(), Reached.of(next)));
        for (TopicPartition partition : look.partitions()) {
            Long end = ends.get(partition.partition());
            List<ConsumerRecord<byte[], byte[]>> records = look.records(partition);
            if (end == null || records.getLast().offset() < end) {
                batch.records.addAll(records);
            } else {
                batch.take(records, end);
            }
        }
        return batch;
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> all, long end) {
        int partition = all.getFirst().partition();
        all.stream().filter(record -> record.offset() < end).forEach(records::add);
        if (all.getFirst().offset() < end) {
            reached.put(partition, Reached.at(end));
            cut.put(partition, Reached.at(end));
        } else {
            reached.remove(partition);
            cut.put(partition, Reached.at(all.getFirst().offset()));
        }
    }
}
