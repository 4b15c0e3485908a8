package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Concurrent editors, on one ledger and on two ledgers with one database. */
class ConcurrencyTest {
    private static final int EDITORS = 16;
    private static final int COMMANDS = 25;

    private static LedgerProcess one;
    private static LedgerProcess two;
    private static ApiClient atOne;
    private static ApiClient atTwo;
    private static StoredTrail trail;

    @BeforeAll
    static void start() {
        one = LedgerProcess.shared();
        two = one.another();
        atOne = one.editor();
        atTwo = atOne.at(two.address());
        trail = StoredTrail.of(one);
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void positionsHaveNoGapsDespiteRefusals() throws Exception {
        writeConcurrently(List.of(atOne));
    }

    @Test
    void twoLedgersLoseNoUpdates() throws Exception {
        writeConcurrently(List.of(atOne, atTwo));
    }

    /** All editors write into all negotiations and shared matters; some commands are refused. */
    private void writeConcurrently(List<ApiClient> clients) throws Exception {
        List<TestNegotiation> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestNegotiation talks = TestNegotiation.open(atOne);
            talks.accepted(talks.question(TestNegotiation.newId(), "money"));
            talks.accepted(talks.question(TestNegotiation.newId(), "time"));
            all.add(talks);
        }

        Set<String> accepted =
                ParallelCalls.of(EDITORS, editor -> work(editor, clients.get(editor % clients.size()), all)).stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());

        assertThat(accepted).hasSize(EDITORS * COMMANDS);
        List<String> stored = all.stream()
                .flatMap(talks -> trail.of(talks.slug()).stream())
                .filter(row -> row.payloadType().contains("PositionStated"))
                .map(StoredTrail.Row::developmentId)
                .map(UUID::toString)
                .toList();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(accepted);
        trail.requireInOrder();
    }

    private static List<String> work(int editor, ApiClient client, List<TestNegotiation> all) {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            TestNegotiation talks = all.get((editor + i) % all.size()).by(client);
            String id = TestNegotiation.newId();
            accepted.add(id);
            Answer answer = talks.accepted(talks.position(id, i % 2 == 0 ? "money" : "time", "USA", "OPPOSES"));
            assertThat(answer.text("developmentId")).isEqualTo(id);
            if (i % 4 == 0) {
                refused(talks.question(TestNegotiation.newId(), "money"), client, 409);
                refused(talks.acceptance(TestNegotiation.newId(), "m-" + id, "2025-08-15", "UKR"), client, 404);
                refused(talks.position(TestNegotiation.newId(), "time", "FRA", "OPPOSES"), client, 404);
            }
        }
        return accepted;
    }

    private static void refused(String json, ApiClient client, int status) {
        Answer answer = client.command(json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    /** Each ledger has the matter in its cache while the other one changes it. */
    @Test
    void ledgersDoNotDecideOnStaleHistories() {
        TestNegotiation here = TestNegotiation.open(atOne);
        TestNegotiation there = here.by(atTwo);
        here.accepted(here.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"));
        there.accepted(there.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"));
        here.accepted(here.rejection(TestNegotiation.newId(), "alaska", "2025-08-15", "RUS"));
        assertThat(there.command(there.rejection(TestNegotiation.newId(), "alaska", "2025-08-16", "RUS"))
                        .text("state"))
                .as("the second ledger had it proposed in memory")
                .isEqualTo("REJECTED");
        there.accepted(there.proposal(TestNegotiation.newId(), "alaska", "2025-08-17"));
        here.accepted(here.acceptance(TestNegotiation.newId(), "alaska", "2025-08-18", "UKR"));
        there.accepted(there.rejection(TestNegotiation.newId(), "alaska", "2025-08-19", "RUS"));
        assertThat(atOne.command(
                                here.acceptance(TestNegotiation.newId(), "alaska", "2025-08-20", "UKR"),
                                "If-Match",
                                "\"6\"")
                        .status())
                .isEqualTo(201);
        assertThat(atTwo.command(
                                here.acceptance(TestNegotiation.newId(), "alaska", "2025-08-20", "UKR"),
                                "If-Match",
                                "\"6\"")
                        .status())
                .isEqualTo(412);
        trail.requireInOrder();
    }

    @Test
    void partyAdmittedOnOneLedgerIsKnownOnTheOther() {
        TestNegotiation here = TestNegotiation.open(atOne);
        here.by(atTwo).accepted(here.question(TestNegotiation.newId(), "money"));
        here.admit("FRA", "STATE");

        here.by(atTwo).accepted(here.position(TestNegotiation.newId(), "money", "FRA", "SUPPORTS"));
    }

    @Test
    void matterIsBegunOnce() throws Exception {
        TestNegotiation talks = TestNegotiation.open(atOne);
        for (int round = 0; round < 5; round++) {
            String matter = "matter-" + round;

            List<Answer> answers = ParallelCalls.of(8, editor -> (editor % 2 == 0 ? atOne : atTwo)
                    .command(talks.proposal(TestNegotiation.newId(), matter, "2025-08-13")));

            onlyOne(answers);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.text("state")).isEqualTo("PROPOSED"));
        }
        trail.requireInOrder();
    }

    @Test
    void negotiationIsOpenedOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestNegotiation talks = TestNegotiation.named(atOne, "opened");

            onlyOne(ParallelCalls.of(
                    8, editor -> (editor % 2 == 0 ? atOne : atTwo).command(talks.opening(TestNegotiation.newId()))));

            assertThat(trail.of(talks.slug())).hasSize(1);
        }
    }

    @Test
    void idIsUsedOnceAcrossNegotiations() throws Exception {
        List<TestNegotiation> all = List.of(
                TestNegotiation.open(atOne),
                TestNegotiation.open(atOne),
                TestNegotiation.open(atOne),
                TestNegotiation.open(atOne));
        for (int round = 0; round < 5; round++) {
            String id = TestNegotiation.newId();
            String matter = "matter-" + round;

            List<Answer> answers = ParallelCalls.of(8, editor -> (editor % 2 == 0 ? atOne : atTwo)
                    .command(all.get(editor % 4).question(id, matter)));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 200, 409);
        }
        trail.requireInOrder();
    }

    private static void onlyOne(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    }
}
