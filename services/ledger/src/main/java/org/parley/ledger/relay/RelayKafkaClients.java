package org.parley.ledger.relay;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.parley.broker.KafkaClients;
import org.parley.telemetry.EventTracing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's Kafka clients; open only while it holds the lease. */
final class RelayKafkaClients {
    private static final int TIMEOUT_MS = 10_000;
    private static final int BATCH_BYTES = 512 * 1024;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private final RelaySettings settings;
    private final KafkaClients clients;
    private final EventTracing traces;
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private @Nullable Admin admin;
    private String topicId = "";
    private int partitions;
    private long checkedAt;

    RelayKafkaClients(RelaySettings settings) {
        this(settings, EventTracing.DISABLED);
    }

    RelayKafkaClients(RelaySettings settings, EventTracing traces) {
        this.settings = settings;
        this.clients = new KafkaClients(settings.bootstrapServers(), settings.kafka());
        this.traces = traces;
    }

    /**
     * Finds or creates the topic, compares it with the store, and opens the producer. Later calls reuse it until {@link
     * #close}.
     *
     * @param underWay called repeatedly during the comparison
     * @param compared called once after the comparison, even if the topic then turns out to be misconfigured
     */
    EventPublisher open(JdbcClient jdbc, Runnable underWay, Runnable compared) throws Exception {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            Admin connected = clients.admin(Map.of(), timeouts());
            admin = connected;
            LedgerTopic ledgerTopic = new LedgerTopic(settings);
            TopicDescription topic = ledgerTopic.findOrCreate(connected);
            topicId = topic.topicId().toString();
            partitions = topic.partitions().size();
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                new TopicComparison(jdbc, settings.seals(), underWay).run(consumer, topic);
            }
            compared.run();
            ledgerTopic.requireUnlimitedRetention(connected, topic);
            open = producer();
            producer = open;
            checkedAt = System.nanoTime();
        }
        EventPublisher.Target target = new EventPublisher.Target(
                settings.topic(), partitions, settings.seals().current());
        return new EventPublisher(open, target, traces);
    }

    /**
     * Requires that the topic is still the one that was compared; checks every two seconds. The producer would continue
     * with a recreated topic, which lacks everything sent before.
     */
    void requireSameTopic() throws Exception {
        if (admin != null && System.nanoTime() - checkedAt > CHECK_EVERY.toNanos()) {
            TopicDescription now = new LedgerTopic(settings).describe(admin);
            if (!now.topicId().toString().equals(topicId)) {
                throw new IllegalStateException("the topic " + settings.topic() + " was recreated");
            }
            if (now.partitions().size() != partitions) {
                throw new IllegalStateException(
                        "the topic " + settings.topic() + " now has a different number of partitions");
            }
            checkedAt = System.nanoTime();
        }
    }

    String topicId() {
        return topicId;
    }

    void close() {
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
            producer = null;
        }
        if (admin != null) {
            admin.close(CLOSE_WITHIN);
            admin = null;
        }
    }

    /** A new consumer; the caller closes it. */
    KafkaConsumer<byte[], byte[]> consumer() {
        // It reads to a known end and is then closed, which waits for the response to its last fetch.
        return clients.consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10), timeouts());
    }

    private static Map<String, Object> timeouts() {
        return Map.of(
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                5_000);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return clients.producer(
                Map.of(),
                Map.of(
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        // With more in flight, Kafka can lose the first batches to a new topic and accept later ones
                        // (KAFKA-15591). One large batch at a time keeps the order and is fast enough.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
                        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        // Every client can read gzip; those in JavaScript lack LZ4, Snappy and Zstandard.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
                        ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS));
    }
}
