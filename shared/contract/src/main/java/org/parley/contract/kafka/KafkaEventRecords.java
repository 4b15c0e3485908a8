package org.parley.contract.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.parley.contract.PublishedEvent;
import org.parley.contract.seal.SealKey;

/**
 * Events as Kafka records: CloudEvents in binary mode, keyed by negotiation and sealed.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class KafkaEventRecords {
    private KafkaEventRecords() {}

    /**
     * The record that publishes an event.
     *
     * @param partitions the number of partitions of the topic
     * @throws IllegalArgumentException when the event has no digest
     */
    public static ProducerRecord<byte[], byte[]> write(
            String topic, int partitions, PublishedEvent event, SealKey key) {
        String digest = event.digest();
        if (digest == null) {
            throw new IllegalArgumentException("event " + event.developmentId() + " has no digest to seal");
        }
        byte[] negotiation = utf8(event.subject().negotiation());
        ProducerRecord<byte[], byte[]> kafka =
                new ProducerRecord<>(topic, partition(negotiation, partitions), negotiation, event.data());
        event.forEachAttribute((name, value) -> kafka.headers().add(PublishedEvent.HEADER_PREFIX + name, utf8(value)));
        kafka.headers().add(PublishedEvent.HEADER_PREFIX + PublishedEvent.SEAL, utf8(key.seal(digest)));
        kafka.headers().add(PublishedEvent.CONTENT_TYPE_HEADER, utf8(PublishedEvent.JSON_MEDIA_TYPE));
        return kafka;
    }

    /** The partition of a key, as Kafka's default partitioner chooses it. */
    static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
