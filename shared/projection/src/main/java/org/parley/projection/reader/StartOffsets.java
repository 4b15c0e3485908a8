package org.parley.projection.reader;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.projection.checkpoint.CheckpointChanges;
import org.parley.projection.checkpoint.FencedException;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.kafka.PartitionConsumer;
import org.parley.projection.kafka.PartitionOffset;
import org.parley.projection.kafka.PartitionShare;
import org.parley.projection.kafka.TopicMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the start offsets of a reader's partitions: from the checkpoint, or from the start of the topic if the topic was
 * recreated or the seal keys have changed.
 */
record StartOffsets(String name, ReaderCheckpoint checkpoint, PartitionShare share) {
    private static final Logger LOG = LoggerFactory.getLogger(StartOffsets.class);

    /** Makes the checkpoint one of this topic and seeks to it. */
    void seek(TopicMonitor.Topic topic, PartitionConsumer source) throws SQLException, FencedException {
        Set<Integer> partitions = IntStream.range(0, topic.partitions())
                .filter(share::includes)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        source.assign(partitions);
        String former = checkpoint.topicId();
        if (!topic.id().equals(former) || !checkpoint.hasSameSealKeys()) {
            if (topic.id().equals(former)) {
                LOG.info("{}: the seal keys have changed; reading the topic from the start", name);
            } else if (former != null) {
                LOG.warn("{}: the topic was recreated; reading it from the start", name);
            }
            checkpoint.restart(topic.id(), startOffsets(partitions, source));
        }
        partitions.removeAll(checkpoint.offsets().keySet());
        if (!partitions.isEmpty()) {
            CheckpointChanges changes = CheckpointChanges.empty();
            changes.offsets().putAll(startOffsets(partitions, source));
            checkpoint.commit(connection -> changes);
        }
        source.seek(checkpoint.offsets());
    }

    private static Map<Integer, PartitionOffset> startOffsets(Set<Integer> partitions, PartitionConsumer source) {
        Map<Integer, PartitionOffset> offsets = new HashMap<>();
        source.beginningOffsets(partitions)
                .forEach((partition, start) -> offsets.put(partition, PartitionOffset.at(start)));
        return offsets;
    }
}
