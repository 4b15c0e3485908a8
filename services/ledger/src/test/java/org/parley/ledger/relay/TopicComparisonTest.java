package org.parley.ledger.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.BackingServices;
import org.parley.testkit.KafkaTopic;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A comparison of the whole topic takes long, so it reports its progress. */
class TopicComparisonTest {
    /** More than a consumer returns in one poll. */
    private static final int RECORDS = 1_200;

    private final TestDatabase database = BackingServices.shared().newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final KafkaTopic topic =
            new KafkaTopic(BackingServices.shared().bootstrapServers(), "compared-" + UUID.randomUUID());
    private final RelayKafkaClients connections = new RelayKafkaClients(new RelaySettings(
            topic.bootstrapServers(),
            topic.name(),
            1,
            (short) 1,
            10,
            Duration.ofMillis(50),
            Duration.ofSeconds(1),
            Map.of(),
            TestSealKeys.KEYS));

    @BeforeEach
    void fill() throws Exception {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        topic.create(1, Map.of("retention.ms", "-1", "retention.bytes", "-1"));
        topic.send(List.copyOf(Collections.nCopies(
                RECORDS, new ProducerRecord<>(topic.name(), "talks".getBytes(UTF_8), "noise".getBytes(UTF_8)))));
    }

    @Test
    void reportsProgressWithEachBatch() throws Exception {
        AtomicInteger said = new AtomicInteger();

        try {
            connections.open(jdbc, said::incrementAndGet, () -> {});
        } finally {
            connections.close();
        }

        assertThat(said.get()).isGreaterThanOrEqualTo(2 + RECORDS / 500);
        assertThat(new RelaySealStore(jdbc).last()).isPresent();
    }

    @Test
    void stopsWithoutChangesIfTheLeaseIsLost() {
        AtomicInteger said = new AtomicInteger();

        assertThatThrownBy(() -> connections.open(
                        jdbc,
                        () -> {
                            if (said.incrementAndGet() == 3) {
                                throw new IllegalStateException("another took the lease");
                            }
                        },
                        () -> {}))
                .hasMessage("another took the lease");
        connections.close();

        assertThat(new RelaySealStore(jdbc).last()).isEmpty();
    }
}
