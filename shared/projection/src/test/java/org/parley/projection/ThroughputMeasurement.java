package org.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.CheckpointSchema;
import org.parley.projection.kafka.PartitionShare;
import org.parley.projection.kafka.ReadLimit;
import org.parley.projection.reader.ProjectionReader;
import org.parley.testkit.TestSealKeys;
import org.postgresql.PGConnection;

/** A measurement, not a test; runs only by name: {@code -Dtest=ThroughputMeasurement}. */
class ThroughputMeasurement {
    private static final int NEGOTIATIONS = 200;
    private static final int EVENTS = 100_000;
    private static final int LOAD = 2_000;
    private static final Duration LOAD_INTERVAL = Duration.ofMillis(3);

    private ProjectionFixture fixture;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = ProjectionFixture.open();
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table rows (negotiation text, position bigint, id uuid, type text, data text)");
        }
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @Test
    void rebuild() throws Exception {
        for (int from = 1; from <= EVENTS / NEGOTIATIONS; from += 100) {
            List<PublishedEvent> part = new ArrayList<>();
            for (int position = from; position < from + 100; position++) {
                for (int n = 0; n < NEGOTIATIONS; n++) {
                    part.add(TestEvents.event("talks-" + n, position));
                }
            }
            fixture.topic.send(part);
        }
        for (int round = 1; round <= 2; round++) {
            measure("nothing done " + round, (connection, events) -> {});
            measure("COPY of a row without body " + round, (connection, events) -> copy(connection, events, false));
            measure("COPY of a row with body " + round, (connection, events) -> copy(connection, events, true));
        }
    }

    @Test
    void latency() throws Exception {
        ProjectionReader reader = fixture.reader();
        long[] nanos = new long[300];
        for (int n = 0; n < nanos.length; n++) {
            long begin = System.nanoTime();
            fixture.topic.send(TestEvents.event("alaska", n + 1));
            assertThat(reader.awaitPosition("alaska", n + 1, ProjectionFixture.SOON))
                    .isTrue();
            nanos[n] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "send to applied: median %.1f ms, p99 %.1f ms%n",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    /** A steady load of single events: in how many transactions are they applied, and how soon? */
    @Test
    void load() throws Exception {
        ProjectionReader reader = fixture.reader();
        fixture.topic.send(TestEvents.event("alaska", 1));
        assertThat(reader.awaitPosition("alaska", 1, ProjectionFixture.SOON)).isTrue();
        long before = revision();
        long begin = System.nanoTime();
        for (int n = 2; n <= LOAD; n++) {
            fixture.topic.send(TestEvents.event("alaska", n));
            LockSupport.parkNanos(begin + n * LOAD_INTERVAL.toNanos() - System.nanoTime());
        }
        assertThat(reader.awaitPosition("alaska", LOAD, ProjectionFixture.SOON)).isTrue();
        System.out.printf(
                "load: %,d events in %,d ms, applied in %,d transactions%n",
                LOAD, (System.nanoTime() - begin) / 1_000_000, revision() - before);
    }

    private long revision() throws SQLException {
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(revision) from archive.stream_reader")) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Work {
        void with(Connection connection, List<PublishedEvent> events) throws SQLException;
    }

    private void measure(String what, Work work) throws SQLException {
        Projection projection = new Projection() {
            @Override
            public String name() {
                return what;
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public String tables() {
                return "";
            }

            @Override
            public String indexes() {
                return "";
            }

            @Override
            public void project(Connection connection, List<ReceivedEvent> events) throws SQLException {
                work.with(connection, events.stream().map(ReceivedEvent::event).toList());
            }
        };
        CheckpointLocation place = new CheckpointLocation("archive", what, "public", PartitionShare.ALL);
        try (Connection connection = fixture.database.getConnection()) {
            CheckpointSchema.createReader(connection, "archive", what);
        }
        long begin = System.nanoTime();
        try (ProjectionReader reader = new ProjectionReader(
                projection,
                fixture.database,
                place,
                ReadLimit.NONE,
                ReaderSettings.of(fixture.bootstrapServers, fixture.topicName, TestSealKeys.KEYS))) {
            reader.start();
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> reader.status().done() == EVENTS);
        }
        System.out.printf("%s: %,.0f events/s%n", what, EVENTS / ((System.nanoTime() - begin) / 1e9));
    }

    private static void copy(Connection connection, List<PublishedEvent> events, boolean body) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (PublishedEvent event : events) {
            rows.append(event.subject().negotiation())
                    .append('\t')
                    .append(event.position())
                    .append('\t')
                    .append(event.developmentId())
                    .append('\t')
                    .append(event.type().event())
                    .append('\t')
                    .append(body ? event.dataText().replace("\\", "\\\\") : "")
                    .append('\n');
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy rows from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
