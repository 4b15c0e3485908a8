package org.parley.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.LineProjection;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.ReaderSettings;
import org.parley.projection.TestEvents;
import org.parley.projection.checkpoint.CheckpointSchema;

/** Several processes keep one projection up to date. */
class ReaderAssignmentTest {
    private static final int LANES = 3;
    private static final List<String> TALKS =
            IntStream.range(0, 12).mapToObj(number -> "talks-" + number).toList();

    private ProjectionFixture fixture;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        fixture = ProjectionFixture.open();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        fixture.close();
    }

    private ProjectionHost host(LineProjection lines, DataSource database, ReaderSettings settings)
            throws SQLException {
        ProjectionHost host = new ProjectionHost(lines, database, "archive", LANES, settings);
        open.add(host);
        host.start();
        return host;
    }

    private ProjectionHost host(LineProjection lines) throws SQLException {
        return host(lines, fixture.database, fixture.settings(50));
    }

    private void publish(long from, long to) throws Exception {
        for (long position = from; position <= to; position++) {
            List<PublishedEvent> all = new ArrayList<>();
            for (String talks : TALKS) {
                all.add(TestEvents.event(talks, position));
            }
            fixture.topic.send(all);
        }
    }

    private List<String> rows(String sql) {
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitRows(long each) {
        await().atMost(ProjectionFixture.SOON)
                .untilAsserted(() -> assertThat(rows("select negotiation || ' ' || count(*) from archive.line"
                                + " group by negotiation having count(*) = " + each + " and max(position) = " + each))
                        .hasSize(TALKS.size()));
    }

    private static void awaitReads(LineProjection lines) {
        int before = lines.applied();
        await().atMost(ProjectionFixture.SOON).until(() -> lines.applied() > before);
    }

    @Test
    void partitionsAreReassignedWhenMembersJoinAndLeaveUnderLoad() throws Exception {
        LineProjection one = new LineProjection(1);
        LineProjection two = new LineProjection(1);
        LineProjection three = new LineProjection(1);
        host(one);
        // The load lasts until the end of the test on any machine.
        AtomicBoolean stopLoad = new AtomicBoolean();
        CompletableFuture<Long> load = CompletableFuture.supplyAsync(() -> {
            try {
                long last = 0;
                while (!stopLoad.get()) {
                    last++;
                    publish(last, last);
                }
                return last;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        awaitReads(one);
        ProjectionHost second = host(two);
        awaitReads(two);
        // All its connections break at once, as in a network partition: it cannot record that it leaves.
        HikariDataSource cut = fixture.anotherPool();
        host(three, cut, fixture.settings(50));
        awaitReads(three);
        cut.close();
        second.close();
        stopLoad.set(true);
        long last = load.get();
        publish(last + 1, last + 2);
        awaitRows(last + 2);
        int before = two.applied() + three.applied();
        publish(last + 3, last + 4);
        awaitRows(last + 4);
        assertThat(two.applied() + three.applied()).isEqualTo(before);
    }

    @Test
    void everyMemberReportsTheWholeProgress() throws Exception {
        LineProjection one = new LineProjection(1);
        LineProjection two = new LineProjection(1);
        ProjectionHost first = host(one);
        ProjectionHost second = host(two);
        await().atMost(ProjectionFixture.SOON)
                .until(() ->
                        rows("select well::text from archive.projection_member").size() == 2);
        int rounds = 0;
        while (one.applied() == 0 || two.applied() == 0) {
            rounds++;
            publish(rounds, rounds);
            awaitRows(rounds);
        }
        long all = (long) rounds * TALKS.size();
        for (ProjectionHost host : List.of(first, second)) {
            await().atMost(ProjectionFixture.SOON).untilAsserted(() -> {
                ProjectionStatus reading = host.statusNow().reading();
                assertThat(reading.done()).isEqualTo(all);
                assertThat(reading.total()).isEqualTo(all);
                assertThat(reading.lag()).isZero();
                assertThat(reading.error()).isNull();
            });
        }
        assertThat(one.applied() + two.applied()).isGreaterThanOrEqualTo((int) all);
    }

    @Test
    void retryWorksOnAnyMember() throws Exception {
        LineProjection one = new LineProjection(1);
        LineProjection two = new LineProjection(1);
        List<ProjectionHost> hosts = List.of(host(one), host(two));
        for (LineProjection lines : List.of(one, two)) {
            lines.before(event -> {
                if (event.position() == 3) {
                    throw new IllegalStateException("cannot be rounds");
                }
            });
        }
        publish(1, 5);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> hosts.getFirst().statusNow().reading().stopped().size() == TALKS.size());
        one.before(event -> {});
        two.before(event -> {});
        for (String talks : TALKS) {
            assertThat(hosts.getFirst().retry(talks)).isTrue();
        }
        awaitRows(5);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> hosts.getLast().statusNow().reading().stopped().isEmpty());
    }

    @Test
    void memberWithoutKafkaGetsNoPartitions() throws Exception {
        ReaderSettings settings = fixture.settings(50);
        host(
                new LineProjection(1),
                fixture.database,
                new ReaderSettings(
                        "localhost:1",
                        settings.topic(),
                        settings.pollTimeout(),
                        50,
                        settings.gapPatience(),
                        settings.share(),
                        Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "500"),
                        settings.seals()));
        ProjectionHost healthy = host(new LineProjection(1));
        publish(1, 3);
        awaitRows(3);
        await().atMost(ProjectionFixture.SOON)
                .until(() -> healthy.statusNow().reading().isCaughtUp()
                        && rows("select well::text from archive.projection_member")
                                .contains("false"));
    }

    @Test
    void migrationKeepsTheCheckpointOfASingleReader() throws Exception {
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema archive cascade");
            Flyway.configure()
                    .dataSource(fixture.database)
                    .locations("classpath:db/stream")
                    .defaultSchema("archive")
                    .createSchemas(true)
                    .table("stream_schema_history")
                    .target("1")
                    .load()
                    .migrate();
            statement.execute("""
                    insert into archive.projection_build values
                        ('lines', 7, 1, 4, 'LIVE', now(), now(), true, false, null);
                    insert into archive.stream_reader values ('lines-7', 3, null);
                    insert into archive.stream_position
                        values ('lines-7', 'talks-1', 9, '00000000-0000-4000-8000-000000000009', 3)""");
        }
        CheckpointSchema.migrate(fixture.database, "archive");
        assertThat(rows("select reader from archive.stream_reader")).containsExactly("lines-7-lane-0");
        assertThat(rows("select reader from archive.stream_position")).containsExactly("lines-7-lane-0");
        assertThat(rows("select lanes from archive.projection_build")).containsExactly("1");
    }
}
