package org.parley.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A topic with text records and one partition. */
record TextTopic(KafkaTopic kafka) {
    static TextTopic create(String bootstrapServers, String name) throws Exception {
        KafkaTopic topic = new KafkaTopic(bootstrapServers, name);
        topic.create(1, Map.of());
        return new TextTopic(topic);
    }

    void send(String text) throws Exception {
        kafka.send(List.of(new ProducerRecord<>(kafka.name(), text.getBytes(UTF_8))));
    }

    List<String> all() {
        return kafka.records().stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }
}
