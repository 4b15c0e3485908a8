package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.ledger.relay.Relay;
import org.parley.testkit.ApiClient;

/** With slow commits, several relays, or crashing relays, no event is lost and each negotiation keeps its order. */
class RelayOrderTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;

    private RelayFixture fixture;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.sharedByRelays();
        editor = ledger.chief();
    }

    @BeforeEach
    void prepare() {
        fixture = new RelayFixture(ledger);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    /** A transaction that has its global number but does not commit for a while. */
    @Test
    void slowCommitLosesNoEvents() throws Exception {
        TestNegotiation slow = TestNegotiation.open(editor);
        TestNegotiation quick = TestNegotiation.open(editor);
        Relay relay = fixture.relay();
        fixture.caughtUp(relay);
        try (Connection connection = ledger.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            recordBypassing(statement, slow);

            for (int i = 0; i < 5; i++) {
                quick.accepted(quick.question(TestNegotiation.newId(), "question-" + i));
            }
            fixture.caughtUp(relay);
            assertThat(fixture.topic.all())
                    .filteredOn(r -> r.key().equals(quick.slug()))
                    .hasSize(9);
            assertThat(fixture.topic.all())
                    .filteredOn(r -> r.key().equals(slow.slug()))
                    .hasSize(4);

            connection.commit();
        }
        slow.accepted(slow.question(TestNegotiation.newId(), "later"));
        fixture.caughtUp(relay);

        fixture.requireAllOnce();
        assertThat(fixture.topic.all())
                .filteredOn(r -> r.key().equals(slow.slug()))
                .hasSize(6);
        fixture.trail.requireInOrder();
    }

    private static void recordBypassing(Statement statement, TestNegotiation talks) throws Exception {
        String id = TestNegotiation.newId();
        statement.execute(
                "select * from ledger.negotiation_head where negotiation = '%s' for update".formatted(talks.slug()));
        statement.execute(
                "update ledger.negotiation_head set position = 5, recorded_at = now() where negotiation = '%s'"
                        .formatted(talks.slug()));
        statement.execute("""
                insert into ledger.ledger_entry select '%s', negotiation, 5, 'question', 'slow', 1, 'QuestionRaised',
                    'hash', now(), editor, '%s', null, null from ledger.ledger_entry
                where negotiation = '%s' and position = 1""".formatted(id, id, talks.slug()));
        statement.execute("""
                insert into ledger.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                    time_stamp, payload_type, payload, meta_data)
                select '%s/question/slow', 0, 'question', '%s', time_stamp, 'org.parley.QuestionRaised.v1',
                    convert_to('{"title":"A","theme":"ECONOMY"}', 'UTF8'), meta_data
                from ledger.domain_event_entry limit 1""".formatted(talks.slug(), id));
    }

    /** Two relays that both believe to hold the lease, because it expires repeatedly. */
    @Test
    void concurrentRelaysRepeatButDoNotReorder() throws Exception {
        TestNegotiation one = TestNegotiation.open(editor);
        TestNegotiation two = TestNegotiation.open(editor);
        Relay first = fixture.relay(3);
        Relay second = fixture.relay(5);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            threads.execute(() -> {
                while (writing.get()) {
                    fixture.jdbc
                            .sql("update ledger.relay_lease set until = 'epoch'")
                            .update();
                }
            });
            for (int i = 0; i < 60; i++) {
                one.accepted(one.question(TestNegotiation.newId(), "question-" + i));
                two.accepted(two.question(TestNegotiation.newId(), "question-" + i));
                first.wake();
                second.wake();
            }
            await().atMost(RelayFixture.WITHIN).until(() -> first.lag() == 0);
            writing.set(false);
        }
        first.close();
        second.close();

        fixture.requireAllInOrder();
    }

    @Test
    void anotherRelayTakesOverAfterACrash() {
        TestNegotiation.open(editor);
        fixture.jdbc
                .sql("insert into ledger.relay_lease values ('relay', 'dead', now() + interval '1 hour')")
                .update();

        Relay relay = fixture.relay();
        await().during(Duration.ofMillis(500)).until(() -> relay.lag() > 0);
        assertThat(relay.failure()).as("waiting is no failure").isNull();

        fixture.jdbc
                .sql("update ledger.relay_lease set until = now() where holder = 'dead'")
                .update();
        fixture.caughtUp(relay);
        fixture.requireAllOnce();
    }

    @Test
    void closedRelayReleasesTheLease() {
        fixture.relayAll();

        assertThat(fixture.jdbc
                        .sql("select count(*) from ledger.relay_lease")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
