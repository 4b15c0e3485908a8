package org.parley.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic with one partition. */
record Topic(String bootstrapServers, String name) {
    private Map<String, Object> common() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    Topic create() throws Exception {
        try (Admin admin = Admin.create(common())) {
            admin.createTopics(Set.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
        return this;
    }

    void send(String text) throws Exception {
        try (var producer = new KafkaProducer<>(common(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(name, text)).get();
        }
    }

    List<String> all() {
        TopicPartition partition = new TopicPartition(name, 0);
        try (var consumer = new KafkaConsumer<>(common(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            List<String> found = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(line -> found.add(line.value()));
            }
            return found;
        }
    }
}
