package org.parley.stream;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the start offsets of a reader's partitions: from the checkpoint, or from the start of the topic if the topic was
 * recreated or the seal keys have changed.
 */
record Arrival(String name, Books checkpoint, Lane lane) {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    /** Makes the checkpoint one of this topic and seeks to it. */
    void at(TopicWatch.Topic topic, Source source) throws SQLException, Fenced {
        Set<Integer> partitions = IntStream.range(0, topic.partitions())
                .filter(lane::reads)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        source.assign(partitions);
        String former = checkpoint.topicId();
        if (!topic.id().equals(former) || !checkpoint.isOfTheseSeals()) {
            if (topic.id().equals(former)) {
                LOG.info("{}: the seal keys have changed; reading the topic from the start", name);
            } else if (former != null) {
                LOG.warn("{}: the topic was recreated; reading it from the start", name);
            }
            checkpoint.begin(topic.id(), startOffsets(partitions, source));
        }
        partitions.removeAll(checkpoint.offsets().keySet());
        if (!partitions.isEmpty()) {
            Changes changes = Changes.none();
            changes.offsets().putAll(startOffsets(partitions, source));
            checkpoint.commit(connection -> changes);
        }
        source.seek(checkpoint.offsets());
    }

    private static Map<Integer, Reached> startOffsets(Set<Integer> partitions, Source source) {
        Map<Integer, Reached> offsets = new HashMap<>();
        source.starts(partitions).forEach((partition, start) -> offsets.put(partition, Reached.at(start)));
        return offsets;
    }
}
