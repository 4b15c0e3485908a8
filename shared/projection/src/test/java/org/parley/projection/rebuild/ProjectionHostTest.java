package org.parley.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.LineProjection;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.ReaderSettings;
import org.parley.projection.TestEvents;
import org.parley.projection.TestTopic;

/** Rebuilds of a projection while it serves queries. */
class ProjectionHostTest {
    private static final List<String> TALKS = List.of("alaska", "istanbul", "jeddah", "london", "minsk");
    private static final int EACH = 40;
    private static final int LANES = 4;

    private ProjectionFixture fixture;
    private final List<ProjectionHost> hosts = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        fixture = ProjectionFixture.open();
    }

    @AfterEach
    void close() {
        hosts.forEach(ProjectionHost::close);
        fixture.close();
    }

    private ProjectionHost host(LineProjection lines) throws SQLException {
        return host(lines, fixture.settings(100));
    }

    private ProjectionHost host(LineProjection lines, ReaderSettings settings) throws SQLException {
        ProjectionHost host = new ProjectionHost(lines, fixture.database, "archive", LANES, settings);
        hosts.add(host);
        host.start();
        return host;
    }

    private void publish(long from, long to) throws Exception {
        fixture.topic.send(TALKS.stream()
                .flatMap(talks -> TestEvents.events(talks, from, to).stream())
                .toList());
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

    private List<String> liveRows() {
        return rows("select concat_ws(' ', negotiation, position, content) as line from archive.line order by line");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitStatus(ProjectionHost host, Predicate<HostStatus> is) {
        await().atMost(ProjectionFixture.SOON).until(() -> is.test(host.status()));
    }

    private void awaitRows(long each) {
        await().atMost(ProjectionFixture.SOON).until(() -> liveRows().size() == TALKS.size() * each);
    }

    private static int live(ProjectionHost host) {
        return host.status().live().number();
    }

    private static Predicate<HostStatus> isIn(BuildPhase phase) {
        return status -> status.rebuild() != null && status.rebuild().build().phase() == phase;
    }

    @Test
    void rebuildReplacesLiveBuildAndKeepsItUntilDropped() throws Exception {
        ProjectionHost host = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        List<String> before = liveRows();
        int first = live(host);
        host.rebuildControl().begin();
        awaitStatus(host, status -> status.live().number() != first && status.rebuild() == null);
        assertThat(liveRows()).isEqualTo(before);
        assertThat(host.status().live().comparison())
                .contains("\"same\":5", "\"rows\":200", "\"different\":0", "\"behind\":[]");
        assertThat(host.status().former()).singleElement().matches(build -> build.number() == first);
        assertThat(rows("select indexname from pg_indexes where schemaname = 'archive_lines_" + live(host) + "'"))
                .contains("line_content");

        publish(EACH + 1, EACH + 2);
        awaitRows(EACH + 2);

        host.rebuildControl().drop(first);
        awaitStatus(host, status -> status.former().isEmpty());
        assertThat(rows("select nspname from pg_namespace where nspname like 'archive_lines_%'"))
                .containsExactly("archive_lines_" + live(host));
        int answering = live(host);
        assertThatThrownBy(() -> host.rebuildControl().drop(answering))
                .isInstanceOf(RebuildControl.RebuildNotPossibleException.class);
        assertThat(liveRows()).hasSize(TALKS.size() * (EACH + 2));
    }

    @Test
    void eventsPublishedDuringRebuildAreInBothBuilds() throws Exception {
        ProjectionHost host = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        int first = live(host);
        AtomicBoolean changed = new AtomicBoolean();
        Thread editor = Thread.ofPlatform().start(() -> {
            try {
                for (long n = EACH + 1; n <= EACH + 200; n++) {
                    publish(n, n);
                    if (n == EACH + 5) {
                        host.rebuildControl().begin();
                    }
                }
                changed.set(true);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        awaitStatus(host, status -> status.live().number() != first);
        editor.join();
        assertThat(changed).isTrue();
        awaitRows(EACH + 200);
        assertThat(host.status().reading().stopped()).isEmpty();
    }

    @Test
    void differentBuildWaitsUntilAccepted() throws Exception {
        ProjectionHost host = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        int first = live(host);
        execute("update archive_lines_%d.line set content = 'wrong' where negotiation = 'minsk' and position = 7"
                .formatted(first));
        host.rebuildControl().begin();
        awaitStatus(host, isIn(BuildPhase.DIFFERENT));
        assertThat(live(host)).isEqualTo(first);
        assertThat(liveRows()).contains("minsk 7 wrong");
        assertThat(host.status().rebuild().build().comparison())
                .contains("\"same\":4", "\"different\":1", "\"negotiation\":\"minsk\",\"table\":\"line\"");

        host.rebuildControl().accept();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(liveRows()).doesNotContain("minsk 7 wrong").hasSize(TALKS.size() * EACH);
        assertThatThrownBy(() -> host.rebuildControl().accept())
                .isInstanceOf(RebuildControl.RebuildNotPossibleException.class);
    }

    @Test
    void cancelledRebuildResumesFromItsCheckpoint() throws Exception {
        LineProjection lines = new LineProjection(1);
        ProjectionHost host = host(lines);
        publish(1, EACH);
        awaitRows(EACH);
        int first = live(host);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        lines.before(event -> {
            if (event.subject().negotiation().equals("alaska") && event.position() == EACH) {
                reached.countDown();
                awaitLatch(proceed);
            }
        });
        host.rebuildControl().begin();
        awaitLatch(reached);
        host.rebuildControl().cancel();
        proceed.countDown();
        awaitStatus(host, isIn(BuildPhase.CANCELLED));
        assertThatThrownBy(() -> host.rebuildControl().cancel())
                .isInstanceOf(RebuildControl.RebuildNotPossibleException.class);
        assertThat(live(host)).isEqualTo(first);

        host.rebuildControl().begin();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(liveRows()).hasSize(TALKS.size() * EACH);
        assertThat(lines.applied()).isLessThanOrEqualTo(3 * TALKS.size() * EACH);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void newVersionIsRebuiltAtStartWhileOldVersionStaysLive() throws Exception {
        ProjectionHost old = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        List<String> before = liveRows();
        old.close();
        publish(EACH + 1, EACH + 3);

        CountDownLatch proceed = new CountDownLatch(1);
        ProjectionHost upgraded = host(new LineProjection(2).before(event -> awaitLatch(proceed)));
        assertThat(upgraded.status().isFrozen()).isTrue();
        assertThat(liveRows()).isEqualTo(before);
        proceed.countDown();
        awaitStatus(upgraded, status -> !status.isFrozen());
        awaitRows(EACH + 3);
        assertThat(liveRows()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
        assertThat(upgraded.status().live().comparison()).contains("\"different\":5", "\"rowsBefore\":40");

        ProjectionHost older = host(new LineProjection(1));
        assertThat(older.status().reading().error()).contains("version 2").contains("version 1");
        publish(EACH + 4, EACH + 4);
        awaitRows(EACH + 4);
    }

    /** The topic was filled with another key. Only the records with the new key count, and refilling takes a while. */
    @Test
    void newVersionWaitsUntilTopicIsRefilled() throws Exception {
        SealKey key = SealKey.of("the key that the next ledger seals with", "test");
        ProjectionHost old = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        List<String> before = liveRows();
        old.close();

        ProjectionHost upgraded = host(new LineProjection(2), fixture.settings(100, SealKeys.only(key)));
        refill(key, EACH - 1);
        awaitStatus(
                upgraded, status -> status.rebuild() != null && status.rebuild().done() == (EACH - 1) * TALKS.size());
        await().during(Duration.ofSeconds(1)).until(() -> upgraded.status().isFrozen());
        assertThat(upgraded.status().rebuild().build().phase()).isEqualTo(BuildPhase.BUILDING);
        assertThat(upgraded.status().rebuild().error()).contains("fewer events of 5 negotiations", "such as alaska");
        assertThat(liveRows()).isEqualTo(before);

        refill(key, EACH);
        awaitStatus(upgraded, status -> !status.isFrozen());
        assertThat(liveRows()).hasSize(EACH * TALKS.size()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
    }

    /** Forged events in the old build never arrive again, so an operator must accept the new build. */
    @Test
    void newVersionWithFewerEventsIsLiveOnceAccepted() throws Exception {
        SealKey key = SealKey.of("the key that the next ledger seals with", "test");
        ProjectionHost old = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        old.close();
        execute("update archive.stream_reader set seals = null");

        ProjectionHost upgraded = host(new LineProjection(2), fixture.settings(100, SealKeys.only(key)));
        refill(key, EACH - 1);
        awaitStatus(
                upgraded,
                status -> status.rebuild() != null
                        && status.rebuild().done() == (EACH - 1) * TALKS.size()
                        && status.rebuild().error() != null);
        assertThat(upgraded.status().isSealed()).isFalse();
        upgraded.rebuildControl().accept();

        awaitStatus(upgraded, status -> !status.isFrozen());
        assertThat(upgraded.status().isSealed()).isTrue();
        assertThat(liveRows()).hasSize((EACH - 1) * TALKS.size());
    }

    private void refill(SealKey key, long to) throws Exception {
        for (String talks : TALKS) {
            for (PublishedEvent event : TestEvents.events(talks, 1, to)) {
                fixture.topic.send(KafkaEventRecords.write(fixture.topicName, TestTopic.PARTITIONS, event, key));
            }
        }
    }

    @Test
    void newVersionIsBuiltFromRecreatedTopic() throws Exception {
        ProjectionHost old = host(new LineProjection(1));
        publish(1, EACH);
        awaitRows(EACH);
        old.close();
        fixture.topic.delete();
        await().until(() -> !fixture.topic.exists());
        fixture.topic.create();
        await().until(() -> fixture.topic.exists());
        publish(1, EACH);

        ProjectionHost upgraded = host(new LineProjection(2));

        awaitStatus(upgraded, status -> !status.isFrozen());
        assertThat(liveRows()).hasSize(EACH * TALKS.size()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
    }

    @Test
    void oneOfTwoProcessesRebuildsAndBothSwitch() throws Exception {
        LineProjection slow = new LineProjection(1);
        ProjectionHost one = host(slow);
        publish(1, EACH);
        awaitRows(EACH);
        int first = live(one);
        ProjectionHost other = host(new LineProjection(1));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        slow.before(event -> {
            reached.countDown();
            awaitLatch(proceed);
        });
        one.rebuildControl().begin();
        // Either process may hold the lease. The slow one ends during the rebuild, and the other continues.
        awaitStatus(other, status -> status.rebuild() != null || status.live().number() != first);
        proceed.countDown();
        one.close();
        awaitStatus(other, status -> status.live().number() != first);
        publish(EACH + 1, EACH + 1);
        awaitRows(EACH + 1);
        assertThat(other.status().reading().stopped()).isEmpty();
    }

    @Test
    void rebuildWithStoppedNegotiationDoesNotReplaceLiveBuild() throws Exception {
        LineProjection lines = new LineProjection(1);
        ProjectionHost host = host(lines);
        publish(1, EACH);
        awaitRows(EACH);
        int first = live(host);
        lines.before(event -> {
            if (event.subject().negotiation().equals("jeddah") && event.position() == 9) {
                throw new IllegalStateException("cannot be applied");
            }
        });
        host.rebuildControl().begin();
        awaitStatus(host, isIn(BuildPhase.DIFFERENT));
        assertThat(host.status().rebuild().stopped())
                .singleElement()
                .matches(stopped -> stopped.negotiation().equals("jeddah")
                        && stopped.position() == 9
                        && stopped.reason().contains("cannot be applied"));
        assertThat(host.status().rebuild().build().comparison()).contains("\"behind\":[\"jeddah\"]");
        assertThat(live(host)).isEqualTo(first);

        lines.before(event -> {});
        host.rebuildControl().begin();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(liveRows()).hasSize(TALKS.size() * EACH);
    }

    @Test
    void stoppedNegotiationResumesAfterRetry() throws Exception {
        LineProjection lines = new LineProjection(1).before(event -> {
            if (event.subject().negotiation().equals("london") && event.position() == 3) {
                throw new IllegalStateException("cannot be applied");
            }
        });
        ProjectionHost host = host(lines);
        publish(1, 5);
        awaitStatus(host, status -> !status.reading().stopped().isEmpty());
        assertThat(host.retry("minsk")).isFalse();
        lines.before(event -> {});
        assertThat(host.retry("london")).isTrue();
        awaitRows(5);
        awaitStatus(host, status -> status.reading().stopped().isEmpty());
    }

    @Test
    void liveBuildContinuesAfterRestart() throws Exception {
        ProjectionHost host = host(new LineProjection(1));
        publish(1, 5);
        awaitRows(5);
        host.close();
        ProjectionHost again = host(new LineProjection(1));
        assertThat(liveRows()).hasSize(5 * TALKS.size());
        publish(6, 6);
        awaitRows(6);
        assertThat(again.status().former()).isEmpty();
    }
}
