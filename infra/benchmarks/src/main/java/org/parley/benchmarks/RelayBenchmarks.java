package org.parley.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.producer.ConfirmationMode;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.KafkaPublisher;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * The relay of stored events. It is made to send everything again by another seal key, to another topic; its rate is
 * taken from the end of the topic, between a tenth of the events and all of them.
 */
final class RelayBenchmarks {
    private static final String STORED =
            "select event_identifier, aggregate_identifier, sequence_number, payload from ledger.domain_event_entry"
                    + " order by global_index";

    private static final int ONE_BY_ONE_MAX = 2_000;

    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;

    RelayBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start(folder, Map.of("parley.ledger.relay.topic", "relayed"))) {
            report.clock().include(server.postgres());
            SampleCommands.open(server.chief(), "talks", SampleCommands.MANY);
            for (int sent = 0; sent < sizes.stored(); sent += 10_000) {
                int count = Math.min(10_000, sizes.stored() - sent);
                server.chief().batch(String.join("\n", SampleCommands.runs("talks", SampleCommands.MANY, count)));
            }
            long stored = stored(server);
            try (Admin admin = server.admin()) {
                BenchmarkServer.await(() -> end(admin, "relayed") >= stored);
            }
            List<ConsumerRecord<byte[], byte[]>> records = read(server, "relayed", stored);
            report.compare(
                    "relay/beside-poll",
                    "events/s",
                    stored,
                    round -> relay(server, "relayed-a" + round),
                    "poll of the store, same records",
                    round -> poll(server, records));
            report.compare(
                    "relay/beside-axon-transactional",
                    "events/s",
                    stored,
                    round -> relay(server, "relayed-b" + round),
                    "Axon's Kafka extension, a transaction per event",
                    round -> axon(server, ConfirmationMode.TRANSACTIONAL));
            report.compare(
                    "relay/beside-axon-acknowledged",
                    "events/s",
                    stored,
                    round -> relay(server, "relayed-c" + round),
                    "Axon's Kafka extension, waiting for each event",
                    round -> axon(server, ConfirmationMode.WAIT_FOR_ACK));
        }
    }

    private static long stored(BenchmarkServer server) throws Exception {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ledger.domain_event_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private double relay(BenchmarkServer server, String topic) throws Exception {
        long stored = stored(server);
        server.stopServices();
        long[] times = new long[2];
        long[] counts = new long[2];
        Thread watch = Thread.ofPlatform().start(() -> {
            try (Admin admin = server.admin()) {
                BenchmarkServer.await(() -> {
                    long end = endOrZero(admin, topic);
                    if (times[0] == 0 && end > stored / 10) {
                        times[0] = System.nanoTime();
                        counts[0] = end;
                        report.clock().begin();
                    }
                    times[1] = System.nanoTime();
                    counts[1] = end;
                    return end >= stored;
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        server.startSealedAnew(Map.of("parley.ledger.relay.topic", topic));
        watch.join();
        report.clock().end(Math.max(1, counts[1] - counts[0]));
        // A short history may end between two looks; then the interval from the last look is all that is known.
        double seconds = Math.max(1e-3, (times[1] - times[0]) / 1e9);
        return Math.max(1, counts[1] - counts[0]) / seconds;
    }

    private static long endOrZero(Admin admin, String topic) throws Exception {
        return admin.listTopics().names().get().contains(topic) ? end(admin, topic) : 0;
    }

    private static List<TopicPartition> partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    /** The number of records ever sent to a topic. */
    private static long end(Admin admin, String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions(admin, topic).forEach(each -> latest.put(each, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(BenchmarkServer server, String topic, long count)
            throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Admin admin = server.admin();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(server.kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions(admin, topic));
            consumer.seekToBeginning(consumer.assignment());
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }

    private static String newTopic(BenchmarkServer server) throws Exception {
        String topic = "peer-" + UUID.randomUUID();
        try (Admin admin = server.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, BenchmarkServer.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        return topic;
    }

    private static Map<String, Object> producer(BenchmarkServer server) {
        Map<String, Object> settings = server.kafka();
        settings.put("acks", "all");
        settings.put("compression.type", "gzip");
        settings.put("compression.gzip.level", "1");
        settings.put("batch.size", "524288");
        settings.put("linger.ms", "5");
        return settings;
    }

    /** Reads the stored events with a cursor and sends, for each, a record that the relay has sent. */
    private static double poll(BenchmarkServer server, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        String topic = newTopic(server);
        long begin = System.nanoTime();
        int count = 0;
        try (Connection connection = server.database().getConnection();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(producer(server), new ByteArraySerializer(), new ByteArraySerializer())) {
            connection.setAutoCommit(false);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(2000);
                ResultSet rows = statement.executeQuery(STORED);
                while (rows.next()) {
                    rows.getBytes(4);
                    ConsumerRecord<byte[], byte[]> like = records.get(count++ % records.size());
                    sent.add(
                            producer.send(new ProducerRecord<>(topic, null, like.key(), like.value(), like.headers())));
                }
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    /** The first events of the store, since each waits for Kafka. */
    private double axon(BenchmarkServer server, ConfirmationMode mode) throws Exception {
        String topic = newTopic(server);
        Map<String, Object> settings = producer(server);
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", ByteArraySerializer.class.getName());
        ProducerFactory<String, byte[]> producers = DefaultProducerFactory.<String, byte[]>builder()
                .configuration(settings)
                .confirmationMode(mode)
                .transactionalIdPrefix(topic)
                .build();
        JacksonSerializer serializer = JacksonSerializer.defaultSerializer();
        KafkaPublisher<String, byte[]> publisher = KafkaPublisher.<String, byte[]>builder()
                .producerFactory(producers)
                .serializer(serializer)
                .messageConverter(DefaultKafkaMessageConverter.builder()
                        .serializer(serializer)
                        .build())
                .topic(topic)
                .build();
        long begin = System.nanoTime();
        int count = 0;
        try (Connection connection = server.database().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(2000);
                ResultSet rows = statement.executeQuery(STORED + " limit " + ONE_BY_ONE_MAX);
                while (rows.next()) {
                    GenericDomainEventMessage<String> event = new GenericDomainEventMessage<>(
                            "negotiation",
                            rows.getString(2),
                            rows.getLong(3),
                            new String(rows.getBytes(4), StandardCharsets.UTF_8));
                    DefaultUnitOfWork.startAndGet(event).execute(() -> publisher.send(event));
                    count++;
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        producers.shutDown(); // waits for the records in flight
        report.clock().end(count);
        return count / ((System.nanoTime() - begin) / 1e9);
    }
}
