package org.parley.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.testkit.TestSealKeys;

/** A topic of three partitions and a producer for it. */
public final class TestTopic implements AutoCloseable {
    public static final int PARTITIONS = 3;

    private final String name;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    public TestTopic(String bootstrapServers, String name) {
        this.name = name;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        // One request at a time: on a new topic, a broker that has rejected the first batch of an idempotent producer
        // accepts the second one, and then never the first.
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "linger.ms",
                        "0",
                        "metadata.max.age.ms",
                        "1000",
                        "max.in.flight.requests.per.connection",
                        "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public TestTopic create() throws Exception {
        admin.createTopics(Set.of(new NewTopic(name, PARTITIONS, (short) 1)))
                .all()
                .get();
        return this;
    }

    public void delete() throws Exception {
        admin.deleteTopics(Set.of(name)).all().get();
    }

    public String name() {
        return name;
    }

    public boolean exists() throws Exception {
        return admin.listTopics().names().get().contains(name);
    }

    public void send(PublishedEvent... events) throws Exception {
        send(List.of(events));
    }

    public void send(Collection<PublishedEvent> events) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (PublishedEvent event : events) {
            sent.add(producer.send(record(event)));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    /** The record that publishes an event. */
    public ProducerRecord<byte[], byte[]> record(PublishedEvent event) {
        return KafkaEventRecords.write(name, PARTITIONS, event, TestSealKeys.KEY);
    }

    public void send(ProducerRecord<byte[], byte[]> kafka) throws ExecutionException, InterruptedException {
        producer.send(kafka).get();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
