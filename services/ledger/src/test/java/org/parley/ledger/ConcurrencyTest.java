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
    private static Trail trail;

    @BeforeAll
    static void start() {
        one = LedgerProcess.shared();
        two = one.another();
        atOne = one.editor();
        atTwo = atOne.at(two.address());
        trail = Trail.of(one);
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
        List<Talks> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Talks talks = Talks.open(atOne);
            talks.accepted(talks.question(Talks.newId(), "money"));
            talks.accepted(talks.question(Talks.newId(), "time"));
            all.add(talks);
        }

        Set<String> accepted =
                Crowd.of(EDITORS, editor -> work(editor, clients.get(editor % clients.size()), all)).stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());

        assertThat(accepted).hasSize(EDITORS * COMMANDS);
        List<String> stored = all.stream()
                .flatMap(talks -> trail.of(talks.slug()).stream())
                .filter(row -> row.payloadType().contains("PositionStated"))
                .map(Trail.Row::developmentId)
                .map(UUID::toString)
                .toList();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(accepted);
        trail.requireInOrder();
    }

    private static List<String> work(int editor, ApiClient client, List<Talks> all) {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Talks talks = all.get((editor + i) % all.size()).by(client);
            String id = Talks.newId();
            accepted.add(id);
            Answer answer = talks.accepted(talks.position(id, i % 2 == 0 ? "money" : "time", "USA", "OPPOSES"));
            assertThat(answer.text("developmentId")).isEqualTo(id);
            if (i % 4 == 0) {
                refused(talks.question(Talks.newId(), "money"), client, 409);
                refused(talks.acceptance(Talks.newId(), "m-" + id, "2025-08-15", "UKR"), client, 404);
                refused(talks.position(Talks.newId(), "time", "FRA", "OPPOSES"), client, 404);
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
        Talks here = Talks.open(atOne);
        Talks there = here.by(atTwo);
        here.accepted(here.proposal(Talks.newId(), "alaska", "2025-08-13"));
        there.accepted(there.acceptance(Talks.newId(), "alaska", "2025-08-14", "UKR"));
        here.accepted(here.rejection(Talks.newId(), "alaska", "2025-08-15", "RUS"));
        assertThat(there.command(there.rejection(Talks.newId(), "alaska", "2025-08-16", "RUS"))
                        .text("state"))
                .as("the second ledger had it proposed in memory")
                .isEqualTo("REJECTED");
        there.accepted(there.proposal(Talks.newId(), "alaska", "2025-08-17"));
        here.accepted(here.acceptance(Talks.newId(), "alaska", "2025-08-18", "UKR"));
        there.accepted(there.rejection(Talks.newId(), "alaska", "2025-08-19", "RUS"));
        assertThat(atOne.command(here.acceptance(Talks.newId(), "alaska", "2025-08-20", "UKR"), "If-Match", "\"6\"")
                        .status())
                .isEqualTo(201);
        assertThat(atTwo.command(here.acceptance(Talks.newId(), "alaska", "2025-08-20", "UKR"), "If-Match", "\"6\"")
                        .status())
                .isEqualTo(412);
        trail.requireInOrder();
    }

    @Test
    void partyAdmittedOnOneLedgerIsKnownOnTheOther() {
        Talks here = Talks.open(atOne);
        here.by(atTwo).accepted(here.question(Talks.newId(), "money"));
        here.admit("FRA", "STATE");

        here.by(atTwo).accepted(here.position(Talks.newId(), "money", "FRA", "SUPPORTS"));
    }

    @Test
    void matterIsBegunOnce() throws Exception {
        Talks talks = Talks.open(atOne);
        for (int round = 0; round < 5; round++) {
            String matter = "matter-" + round;

            List<Answer> answers = Crowd.of(8, editor -> (editor % 2 == 0 ? atOne : atTwo)
                    .command(talks.proposal(Talks.newId(), matter, "2025-08-13")));

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
            Talks talks = Talks.named(atOne, "opened");

            onlyOne(Crowd.of(8, editor -> (editor % 2 == 0 ? atOne : atTwo).command(talks.opening(Talks.newId()))));

            assertThat(trail.of(talks.slug())).hasSize(1);
        }
    }

    @Test
    void idIsUsedOnceAcrossNegotiations() throws Exception {
        List<Talks> all = List.of(Talks.open(atOne), Talks.open(atOne), Talks.open(atOne), Talks.open(atOne));
        for (int round = 0; round < 5; round++) {
            String id = Talks.newId();
            String matter = "matter-" + round;

            List<Answer> answers = Crowd.of(8, editor -> (editor % 2 == 0 ? atOne : atTwo)
                    .command(all.get(editor % 4).question(id, matter)));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 200, 409);
        }
        trail.requireInOrder();
    }

    private static void onlyOne(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    }
}
