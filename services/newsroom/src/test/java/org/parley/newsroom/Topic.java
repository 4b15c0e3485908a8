package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of every event, as a subscriber's own program sees it: with nothing of Parley but its addresses. */
record Topic(String bootstrapServers) {
    private static final String NAME = "parley.ledger.v1";

    /** One record: its key, its value and its headers. */
    record Message(String key, String value, Map<String, String> headers) {
        private static Message of(ConsumerRecord<String, String> kafka) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : kafka.headers()) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
            return new Message(kafka.key(), kafka.value(), headers);
        }

        String id() {
            return headers.getOrDefault("ce_id", "");
        }

        long position() {
            return Long.parseLong(headers.getOrDefault("ce_position", "0"));
        }
    }

    /** Everything published of a negotiation, from the beginning. */
    List<Message> of(String negotiation) {
        return all().stream()
                .filter(message -> negotiation.equals(message.key()))
                .toList();
    }

    /** Everything published, partition after partition, from the beginning. */
    List<Message> all() {
        return with(consumer -> {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(kafka -> messages.add(Message.of(kafka)));
            }
            return messages;
        });
    }

    /** Where the partitions end: the same as before when nothing was published. */
    Map<TopicPartition, Long> ends() {
        return with(consumer -> consumer.endOffsets(partitions(consumer)));
    }

    private static List<TopicPartition> partitions(Consumer<String, String> consumer) {
        return consumer.partitionsFor(NAME).stream()
                .map(each -> new TopicPartition(NAME, each.partition()))
                .toList();
    }

    private <T> T with(Function<Consumer<String, String>, T> asked) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return asked.apply(consumer);
        }
    }
}
