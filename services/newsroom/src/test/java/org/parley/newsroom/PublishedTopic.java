package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.parley.testkit.KafkaTopic;

/** The topic of every event. */
record PublishedTopic(KafkaTopic kafka) {
    static PublishedTopic at(String bootstrapServers) {
        return new PublishedTopic(new KafkaTopic(bootstrapServers, "parley.ledger.v1"));
    }

    /** A record with its key, value and headers. */
    record Message(String key, String value, Map<String, String> headers) {
        private static Message of(ConsumerRecord<byte[], byte[]> record) {
            return new Message(KafkaTopic.key(record), new String(record.value(), UTF_8), KafkaTopic.headers(record));
        }

        String id() {
            return headers.getOrDefault("ce_id", "");
        }

        long position() {
            return Long.parseLong(headers.getOrDefault("ce_position", "0"));
        }
    }

    /** All records of a negotiation from the beginning. */
    List<Message> of(String negotiation) {
        return kafka.records().stream()
                .map(Message::of)
                .filter(message -> negotiation.equals(message.key()))
                .toList();
    }

    /** The end offsets of the partitions, which are unchanged if nothing was published. */
    Map<TopicPartition, Long> ends() {
        return kafka.ends();
    }
}
