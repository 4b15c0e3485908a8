package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ReaderSettings;
import org.parley.projection.RecordingProjection;
import org.parley.projection.TestEvents;
import org.parley.projection.TestTopic;
import org.parley.projection.kafka.ReadLimit;
import org.parley.testkit.BackingServices;
import org.parley.testkit.DedicatedBroker;
import org.parley.testkit.DedicatedPostgres;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSealKeys;

/** An outage of Kafka or PostgreSQL only delays a reader. */
class ServerOutageTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Map<String, String> IMPATIENT =
            Map.of("request.timeout.ms", "1000", "default.api.timeout.ms", "1000", "reconnect.backoff.max.ms", "200");

    @Test
    void recoversWhenKafkaIsRestarted() throws Exception {
        TestDatabase database = BackingServices.shared().newDatabase();
        try (DedicatedBroker broker = DedicatedBroker.start();
                TestTopic topic = new TestTopic(broker.bootstrapServers(), "wire").create()) {
            RecordingProjection trail = prepared(database);
            try (ProjectionReader reader = reader(trail, database, broker.bootstrapServers(), "wire")) {
                topic.send(TestEvents.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                broker.kill();
                await().atMost(LONG).until(() -> reader.status().error() != null);
                broker.restart();
                topic.send(TestEvents.events("alaska", 6, 9));
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
        try (DedicatedPostgres postgres = DedicatedPostgres.start();
                TestTopic topic = new TestTopic(servers, "outage-" + System.nanoTime()).create()) {
            RecordingProjection trail = prepared(postgres.database());
            try (ProjectionReader reader = reader(trail, postgres.database(), servers, topic.name())) {
                topic.send(TestEvents.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                postgres.kill();
                topic.send(TestEvents.events("alaska", 6, 9));
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
            RecordingProjection trail = prepared(database);
            try (ProjectionReader reader = reader(trail, database, servers, topic.name())) {
                topic.send(TestEvents.events("alaska", 1, 5));
                assertThat(reader.awaitPosition("alaska", 5, LONG)).isTrue();
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("truncate trail, archive.stream_offset, archive.stream_position,"
                            + " archive.stream_ids, archive.stream_stopped;"
                            + " update archive.stream_reader set revision = 0, topic_id = null");
                }
                // The reader detects this although no record arrives.
                await().atMost(LONG).until(() -> trail.positions("alaska").size() >= 5);
                topic.send(TestEvents.events("alaska", 6, 9));
                await().atMost(LONG).until(() -> trail.positions("alaska").size() >= 9);
                assertThat(trail.positions("alaska")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(reader.status().stopped()).isEmpty();
            }
        }
    }

    private static RecordingProjection prepared(TestDatabase database) throws Exception {
        RecordingProjection.prepare(database.dataSource());
        return new RecordingProjection(database.dataSource());
    }

    private static ProjectionReader reader(
            RecordingProjection trail, TestDatabase database, String servers, String topic) {
        ReaderSettings settings = new ReaderSettings(
                servers,
                topic,
                Duration.ofMillis(50),
                100,
                ProjectionFixture.PATIENCE,
                Duration.ofSeconds(10),
                IMPATIENT,
                TestSealKeys.KEYS);
        ProjectionReader reader =
                new ProjectionReader(trail, database.dataSource(), RecordingProjection.PLACE, ReadLimit.NONE, settings);
        reader.start();
        return reader;
    }
}
