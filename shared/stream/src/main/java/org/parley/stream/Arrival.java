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
 * The beginning of reading a topic: the lane's partitions, each from where it was left, or from its start where the topic or
 * the keys that seal are others.
 */
record Arrival(String name, Books books, Lane lane) {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    /** Makes the place one of this topic, and reads from there. */
    void at(TopicWatch.Topic topic, Source source) throws SQLException, Fenced {
        Set<Integer> partitions = IntStream.range(0, topic.partitions())
                .filter(lane::reads)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        source.assign(partitions);
        String former = books.topicId();
        if (!topic.id().equals(former) || !books.isOfTheseSeals()) {
            if (topic.id().equals(former)) {
                LOG.info("{}: other keys seal than before; reading the topic from the start", name);
            } else if (former != null) {
                LOG.warn("{}: the topic is another than before; reading it from the start", name);
            }
            books.begin(topic.id(), starts(partitions, source));
        }
        partitions.removeAll(books.offsets().keySet());
        if (!partitions.isEmpty()) {
            Changes changes = Changes.none();
            changes.offsets().putAll(starts(partitions, source));
            books.commit(connection -> changes);
        }
        source.seek(books.offsets());
    }

    private static Map<Integer, Reached> starts(Set<Integer> partitions, Source source) {
        Map<Integer, Reached> starts = new HashMap<>();
        source.starts(partitions).forEach((partition, start) -> starts.put(partition, Reached.at(start)));
        return starts;
    }
}
