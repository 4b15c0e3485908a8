package org.parley.stream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.parley.contract.PublishedEvent;

/**
 * Events as records of Kafka: CloudEvents in binary mode, keyed by negotiation.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class KafkaEvents {
    private static final char REPLACEMENT = '\uFFFD';

    private KafkaEvents() {}

    /**
     * Reads a record's headers and key; the value stays as it is, unread.
     *
     * @throws IllegalArgumentException when it is not an event of Parley's: {@link org.parley.contract.MalformedEvent} when
     *     it is the attributes that are wrong
     */
    public static PublishedEvent read(ConsumerRecord<byte[], byte[]> kafka) {
        if (kafka.value() == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        PublishedEvent event = PublishedEvent.of(attributes(kafka), kafka.value());
        if (event.position() < 1) {
            throw new IllegalArgumentException("its position is " + event.position());
        }
        String negotiation = event.subject().negotiation();
        if (kafka.key() == null || !text(kafka.key()).equals(negotiation)) {
            throw new IllegalArgumentException("the key is not the negotiation of the event, " + negotiation);
        }
        return event;
    }

    /** The record that publishes an event; Kafka chooses the partition by its key. */
    public static ProducerRecord<byte[], byte[]> write(String topic, PublishedEvent event) {
        byte[] key = event.subject().negotiation().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> kafka = new ProducerRecord<>(topic, key, event.data());
        event.attributes().forEach((name, value) -> kafka.headers()
                .add(PublishedEvent.HEADER_PREFIX + name, value.getBytes(StandardCharsets.UTF_8)));
        kafka.headers()
                .add(
                        PublishedEvent.CONTENT_TYPE_HEADER,
                        PublishedEvent.JSON_MEDIA_TYPE.getBytes(StandardCharsets.UTF_8));
        return kafka;
    }

    /** Headers of others are let by. */
    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> kafka) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : kafka.headers()) {
            if (header.key().startsWith(PublishedEvent.HEADER_PREFIX) && header.value() != null) {
                String name = header.key().substring(PublishedEvent.HEADER_PREFIX.length());
                if (attributes.put(name, text(header.value())) != null) {
                    throw new IllegalArgumentException("the record has the attribute '" + name + "' twice");
                }
            }
        }
        return attributes;
    }

    private static String text(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        // Either the character itself, or what stands for bytes that are none: the slow way tells.
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a header or the key is not UTF-8", e);
        }
    }
}
