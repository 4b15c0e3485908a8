package org.parley.stream;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.matter.Slug;

/** A record of the topic. */
sealed interface Incoming {
    int partition();

    long offset();

    /** The slug; of a record whose key tells none, where it lies. */
    String negotiation();

    /** The event's id, if it can be read. */
    @Nullable UUID developmentId();

    /**
     * A record that is an event.
     *
     * @param firstOffset where it, or the first of a run that came too early with it, was first read
     */
    record Event(int partition, long offset, PublishedEvent published, long firstOffset) implements Incoming {
        Event(int partition, long offset, PublishedEvent published) {
            this(partition, offset, published, offset);
        }

        @Override
        public String negotiation() {
            return published.subject().negotiation();
        }

        @Override
        public UUID developmentId() {
            return published.developmentId();
        }

        long position() {
            return published.position();
        }
    }

    /** A record that is none, and why. */
    record Unreadable(
            int partition,
            long offset,
            String negotiation,
            @Nullable UUID developmentId,
            String fault) implements Incoming {}

    static Incoming of(ConsumerRecord<byte[], byte[]> kafka) {
        try {
            return new Event(kafka.partition(), kafka.offset(), KafkaEvents.read(kafka));
        } catch (IllegalArgumentException e) {
            return new Unreadable(kafka.partition(), kafka.offset(), negotiation(kafka), id(kafka), Wording.of(e));
        }
    }

    private static String negotiation(ConsumerRecord<byte[], byte[]> kafka) {
        byte[] key = kafka.key() == null ? new byte[0] : kafka.key();
        try {
            return Slug.require(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return "(record %d of partition %d)".formatted(kafka.offset(), kafka.partition());
        }
    }

    private static @Nullable UUID id(ConsumerRecord<byte[], byte[]> kafka) {
        Header header = kafka.headers().lastHeader(PublishedEvent.HEADER_PREFIX + "id");
        try {
            return header == null || header.value() == null
                    ? null
                    : UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
