package org.parley.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.parley.broker.BrokerUsers;

/** A topic with one partition, to check which records survive. Signs in as the administrator by default. */
record ProbeTopic(Map<String, String> settings) {
    static final String TOPIC = "wire";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    ProbeTopic(KafkaBroker broker) {
        this(broker.clientSettings(BrokerUsers.BROKER));
    }

    /** A client that does not sign in. */
    static ProbeTopic anonymous(KafkaBroker broker) {
        return new ProbeTopic(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private Map<String, Object> common() {
        return new HashMap<>(settings);
    }

    ProbeTopic create() throws Exception {
        try (Admin admin = Admin.create(common())) {
            if (!exists()) {
                admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        return this;
    }

    boolean exists() throws Exception {
        try (Admin admin = Admin.create(common())) {
            return admin.listTopics().names().get().contains(TOPIC);
        }
    }

    KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(common(), new StringDeserializer(), new StringDeserializer());
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(common(), new StringSerializer(), new StringSerializer());
    }

    void send(String text) throws Exception {
        try (var producer = producer()) {
            send(producer, text);
        }
    }

    static void send(KafkaProducer<String, String> producer, String text) throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, text)).get();
    }

    List<String> all() {
        try (var consumer = consumer()) {
            consumer.assign(Set.of(PARTITION));
            consumer.seekToBeginning(Set.of(PARTITION));
            long end = consumer.endOffsets(Set.of(PARTITION)).get(PARTITION);
            List<String> found = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(line -> found.add(line.value()));
            }
            return found;
        }
    }
}
