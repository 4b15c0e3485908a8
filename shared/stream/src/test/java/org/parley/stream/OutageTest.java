package org.parley.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.testkit.BackingServices;
import org.parley.testkit.OwnBroker;
import org.parley.testkit.OwnPostgres;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSeal;

/** An outage of Kafka or PostgreSQL only delays a reader. */
class OutageTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, String> IMPATIENT =
            Map.of("request.timeout.ms", "1000", "default.api.timeout.ms", "1000", "reconnect.backoff.max.ms", "200");

    @Test
    void recoversWhenKafkaIsRestarted() throws Exception {
        TestDatabase database = BackingServices.shared().newDatabase();
        try (OwnBroker broker = OwnBroker.start();
                TestTopic topic = new TestTopic(broker.bootstrapServers(), "wire").create()) {
            Trail trail = prepared(database);
            try (ProjectionReader reader = reader(trail, database, broker.bootstrapServers(), "wire")) {
                topic.send(Told.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                broker.kill();
                await().atMost(LONG).until(() -> reader.status().error() != null);
                broker.restart();
                topic.send(Told.events("alaska", 6, 9));
                assertThat(reader.awaitPosition("alaska", 9, LONG)).isTrue();
                await().atMost(LONG).until(() -> reader.status().error() == null);
                assertThat(trail.positions("alaska")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(reader.status().stopped()).isEmpty();
            }
        }
    }

    @Test
    void recoversWhenPostgresIsRestarted() throws Exception {
        String servers = BackingServices.shared().bootstrapServers();
        try (OwnPostgres postgres = OwnPostgres.start();
                TestTopic topic = new TestTopic(servers, "outage-" + System.nanoTime()).create()) {
            Trail trail = prepared(postgres.database());
            try (ProjectionReader reader = reader(trail, postgres.database(), servers, topic.name())) {
                topic.send(Told.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                postgres.kill();
                topic.send(Told.events("alaska", 6, 9));
                await().atMost(LONG).until(() -> reader.status().error() != null);
                postgres.restart();
                assertThat(reader.awaitPosition("alaska", 9, LONG)).isTrue();
                assertThat(trail.positions("alaska")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(reader.status().stopped()).isEmpty();
            }
        }
    }

    /**
     * With asynchronous commit, a crashed server loses the last commits that were not on disk; at worst, all that a new
     * reader did.
     */
    @Test
    void recoversWhenPostgresLosesTheLastCommits() throws Exception {
        String servers = BackingServices.shared().bootstrapServers();
        TestDatabase database = BackingServices.shared().newDatabase();
        try (TestTopic topic = new TestTopic(servers, "outage-" + System.nanoTime()).create()) {
            Trail trail = prepared(database);
            try (ProjectionReader reader = reader(trail, database, servers, topic.name())) {
                topic.send(Told.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("truncate trail, archive.stream_offset, archive.stream_position,"
                            + " archive.stream_ids, archive.stream_stopped;"
                            + " update archive.stream_reader set revision = 0, topic_id = null");
                }
                // The reader detects this although no record arrives.
                await().atMost(LONG).until(() -> trail.positions("alaska").size() >= 5);
                topic.send(Told.events("alaska", 6, 9));
                await().atMost(LONG).until(() -> trail.positions("alaska").size() >= 9);
                assertThat(trail.positions("alaska")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(reader.status().stopped()).isEmpty();
            }
        }
    }

    private static Trail prepared(TestDatabase database) throws Exception {
        Trail.prepare(database.dataSource());
        return new Trail(database.dataSource());
    }

    private static ProjectionReader reader(Trail trail, TestDatabase database, String servers, String topic) {
        ReaderSettings settings = new ReaderSettings(
                servers,
                topic,
                Duration.ofMillis(50),
                100,
                Room.PATIENCE,
                Duration.ofSeconds(10),
                IMPATIENT,
                TestSeal.KEYS);
        ProjectionReader reader =
                new ProjectionReader(trail, database.dataSource(), Trail.PLACE, ReadLimit.NONE, settings);
        reader.start();
        return reader;
    }
}
