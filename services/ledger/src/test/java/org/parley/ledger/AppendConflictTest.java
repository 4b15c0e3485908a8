package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import org.parley.testkit.BackingServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What another ledger does between reading the head of a negotiation and appending an event. */
class AppendConflictTest {
    private static LedgerProcess one;
    private static LedgerProcess two;
    private static ApiClient atOne;
    private static ApiClient atTwo;
    private static StoredTrail trail;

    private TestNegotiation here;
    private TestNegotiation there;

    /** A clock that runs something when it is read next: the ledger reads it after the head and before the decision. */
    @Configuration(proxyBeanMethods = false)
    static class InterruptedClock extends Clock {
        private static final AtomicReference<Runnable> NEXT = new AtomicReference<>();

        @Bean
        Clock clock() {
            return this;
        }

        @Override
        public Instant instant() {
            Runnable next = isInCommand() ? NEXT.getAndSet(null) : null;
            if (next != null) {
                next.run();
            }
            return Instant.now();
        }

        private static boolean isInCommand() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith(".AdmissionInterceptor")));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void start() {
        one = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                BackingServices.shared().bootstrapServers(),
                LedgerProcess.newTopic(),
                LedgerProcess.WITHOUT_RELAY,
                InterruptedClock.class);
        two = one.another();
        atOne = one.chief();
        atTwo = atOne.at(two.address());
        trail = StoredTrail.of(one);
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @BeforeEach
    void open() {
        here = TestNegotiation.open(atOne);
        there = here.by(atTwo);
        here.accepted(here.question(TestNegotiation.newId(), "money"));
    }

    @AfterEach
    void resume() {
        InterruptedClock.NEXT.set(null);
        trail.jdbc().sql("delete from ledger.halt").update();
        trail.requireInOrder();
    }

    private static void halt() {
        trail.jdbc()
                .sql("insert into ledger.halt (reason) values ('it is tested')")
                .update();
    }

    private String position() {
        return here.position(TestNegotiation.newId(), "money", "USA", "OPPOSES");
    }

    @Test
    void eventsOfAnotherLedgerAreAppliedBeforeTheNextAttempt() {
        for (int i = 0; i < 3; i++) {
            InterruptedClock.NEXT.set(() -> {
                there.accepted(position());
                there.accepted(there.question(TestNegotiation.newId(), "m-" + UUID.randomUUID()));
            });

            Answer answer = here.accepted(position());

            assertThat(answer.json().path("position").asInt()).isEqualTo(8 + 3 * i);
            assertThat(answer.json().path("version").asInt()).isEqualTo(3 + 2 * i);
        }
        assertThat(InterruptedClock.NEXT.get()).isNull();
    }

    @Test
    void refusalIsDecidedAgainIfAnotherLedgerRecordedSomething() {
        InterruptedClock.NEXT.set(() -> there.admit("FRA", "STATE"));
        here.accepted(here.position(TestNegotiation.newId(), "money", "FRA", "SUPPORTS"));

        InterruptedClock.NEXT.set(() -> there.accepted(there.question(TestNegotiation.newId(), "time")));
        here.accepted(here.position(TestNegotiation.newId(), "time", "FRA", "SUPPORTS"));

        InterruptedClock.NEXT.set(() -> there.accepted(position()));
        assertThat(here.command(position(), "If-Match", "\"3\"").status()).isEqualTo(201);
    }

    @Test
    void negotiationOpenedByAnotherLedgerIsFound() {
        TestNegotiation fresh = TestNegotiation.named(atOne, "fresh");
        InterruptedClock.NEXT.set(() -> fresh.by(atTwo).accepted(fresh.by(atTwo).opening(TestNegotiation.newId())));
        assertThat(fresh.command(fresh.opening(TestNegotiation.newId())).status())
                .isEqualTo(409);

        TestNegotiation other = TestNegotiation.named(atOne, "other");
        InterruptedClock.NEXT.set(() -> other.by(atTwo).accepted(other.by(atTwo).opening(TestNegotiation.newId())));
        other.accepted(other.question(TestNegotiation.newId(), "money"));
    }

    @Test
    void haltBeforeTheAppendIsObserved() {
        String recorded = position();
        Answer first = here.accepted(recorded);
        String halted = position();
        InterruptedClock.NEXT.set(AppendConflictTest::halt);

        assertThat(here.command(halted).status()).isEqualTo(503);
        assertThat(here.command(here.question(TestNegotiation.newId(), "money")).status())
                .as("the matter does not decide while the ledger is halted")
                .isEqualTo(503);
        assertThat(here.command(recorded).body()).isEqualTo(first.body());
        assertThat(here.command(position(), "If-Match", "\"99\"").status()).isEqualTo(412);
        assertThat(statuses(atOne, List.of(position(), recorded, position()))).containsExactly(503, 200, 503);

        trail.jdbc().sql("delete from ledger.halt").update();
        here.accepted(halted);
        assertThat(trail.of(here.slug())).hasSize(7);
    }

    @Test
    void repeatsAtTwoLedgersAreStoredOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String json = position();

            List<Answer> answers = ParallelCalls.of(8, number -> (number % 2 == 0 ? atOne : atTwo).command(json));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.getFirst().body());
        }
    }

    @Test
    void takenIdIsRefusedAndTheMatterContinues() {
        String id = TestNegotiation.newId();
        here.accepted(here.question(id, "time"));

        assertThat(here.command(here.position(id, "money", "USA", "OPPOSES")).status())
                .isEqualTo(409);

        assertThat(here.accepted(position()).json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void groupIsDecidedAgainIfAnotherLedgerRecordedSomething() {
        List<String> lines = IntStream.range(0, 20).mapToObj(i -> position()).toList();
        InterruptedClock.NEXT.set(() -> there.accepted(position()));

        assertThat(statuses(atOne, lines)).containsOnly(201).hasSize(20);

        assertThat(trail.of(here.slug())).hasSize(26);
    }

    @Test
    void groupIsNotRecordedWhileTheLedgerIsHalted() {
        List<String> lines = IntStream.range(0, 3).mapToObj(i -> position()).toList();
        InterruptedClock.NEXT.set(AppendConflictTest::halt);

        assertThat(statuses(atOne, lines)).containsExactly(503, 503, 503);
        assertThat(trail.of(here.slug())).hasSize(5);

        trail.jdbc().sql("delete from ledger.halt").update();
        assertThat(statuses(atOne, lines)).containsExactly(201, 201, 201);
    }

    @Test
    void idTakenWhileAGroupIsDecidedAffectsOneLine() {
        TestNegotiation elsewhere = TestNegotiation.open(atTwo);
        elsewhere.accepted(elsewhere.question(TestNegotiation.newId(), "money"));
        String taken = TestNegotiation.newId();
        String stored = TestNegotiation.newId();
        elsewhere.accepted(elsewhere.position(stored, "money", "USA", "OPPOSES"));
        List<String> lines = new ArrayList<>(List.of(
                position(),
                here.position(taken, "money", "RUS", "OPPOSES"),
                here.position(stored, "money", "RUS", "OPPOSES"),
                here.question(TestNegotiation.newId(), "money"),
                position()));
        InterruptedClock.NEXT.set(() -> elsewhere.accepted(elsewhere.position(taken, "money", "USA", "OPPOSES")));

        assertThat(statuses(atOne, lines)).containsExactly(201, 409, 409, 409, 201);

        assertThat(statuses(atOne, lines)).containsExactly(200, 409, 409, 409, 200);
        assertThat(here.accepted(position()).json().path("version").asInt()).isEqualTo(4);
    }

    /** The end of the store is lost, as when it is restored from a backup: what is in memory must not be used. */
    @Test
    void lostEventsAreNotBuiltUpon() {
        String lost = here.accepted(position()).text("developmentId");
        trail.jdbc()
                .sql("delete from ledger.ledger_entry where development_id = ?::uuid")
                .param(lost)
                .update();
        trail.jdbc()
                .sql("delete from ledger.domain_event_entry where event_identifier = ?")
                .param(lost)
                .update();
        trail.jdbc()
                .sql("update ledger.negotiation_head h set position = 5, recorded_at = (select recorded_at from"
                        + " ledger.ledger_entry e where e.negotiation = h.negotiation and e.position = 5)"
                        + " where negotiation = ?")
                .param(here.slug())
                .update();

        Answer next = here.accepted(position());

        assertThat(next.json().path("position").asInt()).isEqualTo(6);
        assertThat(next.json().path("version").asInt()).isEqualTo(2);
    }

    private static List<Integer> statuses(ApiClient client, List<String> lines) {
        return client.batch(String.join("\n", lines)).stream()
                .map(line -> line.path("status").asInt())
                .toList();
    }
}
