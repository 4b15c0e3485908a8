package org.parley.stream;

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
import org.parley.contract.kafka.KafkaEvents;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.stream.build.HostStatus;
import org.parley.stream.build.Phase;
import org.parley.stream.build.ProjectionHost;
import org.parley.stream.build.Rebuilding;

/** A projection is made anew while it answers. */
class ProjectionHostTest {
    private static final List<String> TALKS = List.of("alaska", "istanbul", "jeddah", "london", "minsk");
    private static final int EACH = 40;
    private static final int LANES = 4;

    private Room room;
    private final List<ProjectionHost> hosts = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        room = Room.open();
    }

    @AfterEach
    void close() {
        hosts.forEach(ProjectionHost::close);
        room.close();
    }

    private ProjectionHost host(Lines lines) throws SQLException {
        return host(lines, room.settings(100));
    }

    private ProjectionHost host(Lines lines, ReaderSettings settings) throws SQLException {
        ProjectionHost host = new ProjectionHost(lines, room.database, "archive", LANES, settings);
        hosts.add(host);
        host.start();
        return host;
    }

    private void tell(long from, long to) throws Exception {
        room.topic.send(TALKS.stream()
                .flatMap(talks -> Told.events(talks, from, to).stream())
                .toList());
    }

    private List<String> rows(String sql) {
        try (Connection connection = room.database.getConnection();
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

    private List<String> answer() {
        return rows("select concat_ws(' ', negotiation, position, told) as line from archive.line order by line");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = room.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitStatus(ProjectionHost host, Predicate<HostStatus> is) {
        await().atMost(Room.SOON).until(() -> is.test(host.status()));
    }

    private void awaitTold(long each) {
        await().atMost(Room.SOON).until(() -> answer().size() == TALKS.size() * each);
    }

    private static int live(ProjectionHost host) {
        return host.status().live().number();
    }

    private static Predicate<HostStatus> isIn(Phase phase) {
        return status -> status.making() != null && status.making().build().phase() == phase;
    }

    @Test
    void aRebuildTakesThePlaceOfWhatAnsweredAndKeepsItUntilItIsDropped() throws Exception {
        ProjectionHost host = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        List<String> before = answer();
        int first = live(host);
        host.rebuilding().begin();
        awaitStatus(host, status -> status.live().number() != first && status.making() == null);
        assertThat(answer()).isEqualTo(before);
        assertThat(host.status().live().comparison())
                .contains("\"same\":5", "\"rows\":200", "\"different\":0", "\"behind\":[]");
        assertThat(host.status().former()).singleElement().matches(build -> build.number() == first);
        assertThat(rows("select indexname from pg_indexes where schemaname = 'archive_lines_" + live(host) + "'"))
                .contains("line_told");

        tell(EACH + 1, EACH + 2);
        awaitTold(EACH + 2);

        host.rebuilding().drop(first);
        awaitStatus(host, status -> status.former().isEmpty());
        assertThat(rows("select nspname from pg_namespace where nspname like 'archive_lines_%'"))
                .containsExactly("archive_lines_" + live(host));
        int answering = live(host);
        assertThatThrownBy(() -> host.rebuilding().drop(answering)).isInstanceOf(Rebuilding.NotPossible.class);
        assertThat(answer()).hasSize(TALKS.size() * (EACH + 2));
    }

    @Test
    void eventsThatComeMeanwhileAreInBoth() throws Exception {
        ProjectionHost host = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        int first = live(host);
        AtomicBoolean changed = new AtomicBoolean();
        Thread editor = Thread.ofPlatform().start(() -> {
            try {
                for (long n = EACH + 1; n <= EACH + 200; n++) {
                    tell(n, n);
                    if (n == EACH + 5) {
                        host.rebuilding().begin();
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
        awaitTold(EACH + 200);
        assertThat(host.status().reading().stopped()).isEmpty();
    }

    @Test
    void aDifferenceIsShownAndKeepsTheOldOneAnsweringUntilAccepted() throws Exception {
        ProjectionHost host = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        int first = live(host);
        execute("update archive_lines_%d.line set told = 'a lie' where negotiation = 'minsk' and position = 7"
                .formatted(first));
        host.rebuilding().begin();
        awaitStatus(host, isIn(Phase.DIFFERENT));
        assertThat(live(host)).isEqualTo(first);
        assertThat(answer()).contains("minsk 7 a lie");
        assertThat(host.status().making().build().comparison())
                .contains("\"same\":4", "\"different\":1", "\"negotiation\":\"minsk\",\"table\":\"line\"");

        host.rebuilding().accept();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(answer()).doesNotContain("minsk 7 a lie").hasSize(TALKS.size() * EACH);
        assertThatThrownBy(() -> host.rebuilding().accept()).isInstanceOf(Rebuilding.NotPossible.class);
    }

    @Test
    void whatIsCancelledGoesOnFromWhereItWas() throws Exception {
        Lines lines = new Lines(1);
        ProjectionHost host = host(lines);
        tell(1, EACH);
        awaitTold(EACH);
        int first = live(host);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        lines.before(event -> {
            if (event.subject().negotiation().equals("alaska") && event.position() == EACH) {
                reached.countDown();
                awaitLatch(goOn);
            }
        });
        host.rebuilding().begin();
        awaitLatch(reached);
        host.rebuilding().cancel();
        goOn.countDown();
        awaitStatus(host, isIn(Phase.CANCELLED));
        assertThatThrownBy(() -> host.rebuilding().cancel()).isInstanceOf(Rebuilding.NotPossible.class);
        assertThat(live(host)).isEqualTo(first);

        host.rebuilding().begin();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(answer()).hasSize(TALKS.size() * EACH);
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
    void aVersionThatHasRisenIsMadeAtStartWhileTheFormerAnswers() throws Exception {
        ProjectionHost old = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        List<String> before = answer();
        old.close();
        tell(EACH + 1, EACH + 3);

        CountDownLatch goOn = new CountDownLatch(1);
        ProjectionHost risen = host(new Lines(2).before(event -> awaitLatch(goOn)));
        assertThat(risen.status().frozen()).isTrue();
        assertThat(answer()).isEqualTo(before);
        goOn.countDown();
        awaitStatus(risen, status -> !status.frozen());
        awaitTold(EACH + 3);
        assertThat(answer()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
        assertThat(risen.status().live().comparison()).contains("\"different\":5", "\"rowsBefore\":40");

        ProjectionHost older = host(new Lines(1));
        assertThat(older.status().reading().error()).contains("version 2").contains("version 1");
        tell(EACH + 4, EACH + 4);
        awaitTold(EACH + 4);
    }

    /** A ledger without the key filled the topic; only the next one's records are believed, and those take a while. */
    @Test
    void aVersionThatHasRisenWaitsUntilTheTopicIsFilledAgain() throws Exception {
        SealKey key = SealKey.of("the key that the next ledger seals with", "test");
        ProjectionHost old = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        List<String> before = answer();
        old.close();

        ProjectionHost risen = host(new Lines(2), room.settings(100, SealKeys.only(key)));
        refill(key, EACH - 1);
        awaitStatus(risen, status -> status.making() != null && status.making().done() == (EACH - 1) * TALKS.size());
        await().during(Duration.ofSeconds(1)).until(() -> risen.status().frozen());
        assertThat(risen.status().making().build().phase()).isEqualTo(Phase.BUILDING);
        assertThat(risen.status().making().error()).contains("less of 5 negotiations", "such as alaska");
        assertThat(answer()).isEqualTo(before);

        refill(key, EACH);
        awaitStatus(risen, status -> !status.frozen());
        assertThat(answer()).hasSize(EACH * TALKS.size()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
    }

    /** What the former build has too much never comes: somebody forged it. Somebody has to say so. */
    @Test
    void aVersionThatHasRisenIsAcceptedAlthoughItHasLess() throws Exception {
        SealKey key = SealKey.of("the key that the next ledger seals with", "test");
        ProjectionHost old = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        old.close();
        execute("update archive.stream_reader set seals = null");

        ProjectionHost risen = host(new Lines(2), room.settings(100, SealKeys.only(key)));
        refill(key, EACH - 1);
        awaitStatus(
                risen,
                status -> status.making() != null
                        && status.making().done() == (EACH - 1) * TALKS.size()
                        && status.making().error() != null);
        assertThat(risen.status().sealed()).isFalse();
        risen.rebuilding().accept();

        awaitStatus(risen, status -> !status.frozen());
        assertThat(risen.status().sealed()).isTrue();
        assertThat(answer()).hasSize((EACH - 1) * TALKS.size());
    }

    private void refill(SealKey key, long to) throws Exception {
        for (String talks : TALKS) {
            for (PublishedEvent event : Told.events(talks, 1, to)) {
                room.topic.send(KafkaEvents.write(room.topicName, TestTopic.PARTITIONS, event, key));
            }
        }
    }

    @Test
    void aVersionThatHasRisenIsMadeOfAnotherTopicToo() throws Exception {
        ProjectionHost old = host(new Lines(1));
        tell(1, EACH);
        awaitTold(EACH);
        old.close();
        room.topic.delete();
        await().until(() -> !room.topic.exists());
        room.topic.create();
        await().until(() -> room.topic.exists());
        tell(1, EACH);

        ProjectionHost risen = host(new Lines(2));

        awaitStatus(risen, status -> !status.frozen());
        assertThat(answer()).hasSize(EACH * TALKS.size()).allMatch(line -> line.matches("\\w+ \\d+ 2 .*"));
    }

    @Test
    void ofTwoProgramsOneMakesItAndBothAnswer() throws Exception {
        Lines slow = new Lines(1);
        ProjectionHost one = host(slow);
        tell(1, EACH);
        awaitTold(EACH);
        int first = live(one);
        ProjectionHost other = host(new Lines(1));
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        slow.before(event -> {
            reached.countDown();
            awaitLatch(goOn);
        });
        one.rebuilding().begin();
        // Whichever has the lease makes it; the slow one ends in the middle, and the other goes on.
        awaitStatus(other, status -> status.making() != null || status.live().number() != first);
        goOn.countDown();
        one.close();
        awaitStatus(other, status -> status.live().number() != first);
        tell(EACH + 1, EACH + 1);
        awaitTold(EACH + 1);
        assertThat(other.status().reading().stopped()).isEmpty();
    }

    @Test
    void aRebuildThatCannotTakeInAnEventDoesNotTakeThePlace() throws Exception {
        Lines lines = new Lines(1);
        ProjectionHost host = host(lines);
        tell(1, EACH);
        awaitTold(EACH);
        int first = live(host);
        lines.before(event -> {
            if (event.subject().negotiation().equals("jeddah") && event.position() == 9) {
                throw new IllegalStateException("cannot be told");
            }
        });
        host.rebuilding().begin();
        awaitStatus(host, isIn(Phase.DIFFERENT));
        assertThat(host.status().making().stopped())
                .singleElement()
                .matches(stopped -> stopped.negotiation().equals("jeddah")
                        && stopped.position() == 9
                        && stopped.reason().contains("cannot be told"));
        assertThat(host.status().making().build().comparison()).contains("\"behind\":[\"jeddah\"]");
        assertThat(live(host)).isEqualTo(first);

        lines.before(event -> {});
        host.rebuilding().begin();
        awaitStatus(host, status -> status.live().number() != first);
        assertThat(answer()).hasSize(TALKS.size() * EACH);
    }

    @Test
    void aStoppedNegotiationGoesOnWhenAsked() throws Exception {
        Lines lines = new Lines(1).before(event -> {
            if (event.subject().negotiation().equals("london") && event.position() == 3) {
                throw new IllegalStateException("cannot be told");
            }
        });
        ProjectionHost host = host(lines);
        tell(1, 5);
        awaitStatus(host, status -> !status.reading().stopped().isEmpty());
        assertThat(host.retry("minsk")).isFalse();
        lines.before(event -> {});
        assertThat(host.retry("london")).isTrue();
        awaitTold(5);
        awaitStatus(host, status -> status.reading().stopped().isEmpty());
    }

    @Test
    void itAnswersAgainAfterARestart() throws Exception {
        ProjectionHost host = host(new Lines(1));
        tell(1, 5);
        awaitTold(5);
        host.close();
        ProjectionHost again = host(new Lines(1));
        assertThat(answer()).hasSize(5 * TALKS.size());
        tell(6, 6);
        awaitTold(6);
        assertThat(again.status().former()).isEmpty();
    }
}
