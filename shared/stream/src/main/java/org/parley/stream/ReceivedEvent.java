package org.parley.stream;

import java.util.UUID;
import org.parley.contract.PublishedEvent;

/**
 * An event, and where in Kafka it was read.
 *
 * @param topic the id that Kafka gave the topic at its creation; a topic deleted and made again has another
 * @param partition of the topic
 * @param offset of the record; of an event that came too early, and was dropped until the one before it had come, that of
 *     the first record so dropped: so every reader finds the same
 */
public record ReceivedEvent(PublishedEvent event, UUID topic, int partition, long offset) {}
