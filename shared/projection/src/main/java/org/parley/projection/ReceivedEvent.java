package org.parley.projection;

import java.util.UUID;
import org.parley.contract.PublishedEvent;

/**
 * An event and where it was read in Kafka.
 *
 * @param topic the id that Kafka assigned when it created the topic; a recreated topic has another
 * @param partition the partition of the record
 * @param offset the offset of the record; for an event that came too early and was dropped, the offset of the first
 *     such record, so that every reader finds the same one
 */
public record ReceivedEvent(PublishedEvent event, UUID topic, int partition, long offset) {}
