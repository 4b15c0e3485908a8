package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Dry runs of commands. */
class DryRunTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;
    private static StoredTrail trail;

    private TestNegotiation talks;
    private String proposed;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        editor = ledger.editor();
        trail = StoredTrail.of(ledger);
    }

    @BeforeEach
    void propose() {
        talks = TestNegotiation.open(editor);
        proposed = talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"))
                .text("developmentId");
    }

    @Test
    void returnsTheEventAndTheStatesBeforeAndAfter() {
        String id = TestNegotiation.newId();

        Answer answer = editor.dryRun(talks.rejection(id, "alaska", "2025-08-15", "UKR"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/event/type").asString()).isEqualTo("CeasefireRejected");
        assertThat(answer.json().at("/event/developmentId").asString()).isEqualTo(id);
        assertThat(answer.json().at("/event/negotiation").asString()).isEqualTo(talks.slug());
        assertThat(answer.json().at("/event/kind").asString()).isEqualTo("ceasefire");
        assertThat(answer.json().at("/event/matter").asString()).isEqualTo("alaska");
        assertThat(answer.json().at("/event/summary").asString()).contains("The UKR rejected");
        assertThat(answer.json().at("/event/data/occurred").asString()).isEqualTo("2025-08-15");
        assertThat(answer.json().at("/before/status").asString()).isEqualTo("PROPOSED");
        assertThat(answer.json().at("/after/status").asString()).isEqualTo("REJECTED");
        assertThat(answer.json().path("warnings")).isEmpty();
    }

    @Test
    void newMatterHasNoStateBefore() {
        Answer answer = editor.dryRun(talks.question(TestNegotiation.newId(), "money"));

        assertThat(answer.json().has("before")).isTrue();
        assertThat(answer.json().path("before").isNull()).isTrue();
        assertThat(answer.json().at("/after/status").asString()).isEqualTo("OPEN");
        assertThat(editor.dryRun(TestNegotiation.named(editor, "unopened").opening(TestNegotiation.newId()))
                        .json()
                        .at("/after/status")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void nothingIsStored() {
        Map<String, String> before = trail.fingerprint();
        String acceptance = talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR");

        assertThat(editor.dryRun(acceptance).status()).isEqualTo(200);
        assertThat(editor.dryRun(talks.opening(TestNegotiation.newId())).status())
                .isEqualTo(409);
        assertThat(editor.dryRun(TestNegotiation.named(editor, "unopened").opening(TestNegotiation.newId()))
                        .status())
                .isEqualTo(200);

        assertThat(trail.fingerprint()).isEqualTo(before);
        assertThat(talks.accepted(acceptance).json().path("position").asInt()).isEqualTo(6);
    }

    @Test
    void warnsOfSimilarAndOfLaterDevelopments() {
        String accepted = talks.accepted(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-16", "UKR"))
                .text("developmentId");

        Answer answer = editor.dryRun(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR"));

        assertThat(answer.json().path("warnings").valueStream().map(w -> w.path("code")
                        .asString()))
                .containsExactlyInAnyOrder("SIMILAR", "LATE_ENTRY");
        assertThat(answer.json().path("warnings")).allSatisfy(warning -> {
            assertThat(warning.path("developmentId").asString()).isEqualTo(accepted);
            assertThat(warning.path("detail").asString()).contains("16 August 2025");
        });
    }

    @Test
    void warnsOfAShift() {
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        talks.accepted(talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"));

        Answer answer = editor.dryRun(talks.position(TestNegotiation.newId(), "money", "USA", "SUPPORTS"));

        assertThat(answer.json().path("warnings").valueStream().map(w -> w.path("code")
                        .asString()))
                .contains("SHIFT");
        assertThat(answer.body()).contains("USA would shift from “against” to “in favour”");
    }

    @Test
    void refusalIsReturned() {
        String taken = talks.rejection(proposed, "alaska", "2025-08-15", "UKR");
        for (String refused : new String[] {
            taken,
            talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-12", "UKR"),
            talks.rejection(TestNegotiation.newId(), "elsewhere", "2025-08-15", "UKR"),
            talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-15", "FRA"),
            talks.rejection(TestNegotiation.newId(), "alaska", "2999", "UKR"),
            talks.retraction(TestNegotiation.newId(), TestNegotiation.newId()),
            TestNegotiation.named(editor, "unopened").question(TestNegotiation.newId(), "money"),
            "{}"
        }) {
            Answer tried = editor.dryRun(refused);
            Answer given = editor.command(refused);

            assertThat(tried.status()).isEqualTo(given.status()).isGreaterThanOrEqualTo(400);
            assertThat(tried.body()).isEqualTo(given.body());
            assertThat(tried.header("content-type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void repeatIsReported() {
        String repeat = talks.proposal(proposed, "alaska", "2025-08-13");

        assertThat(editor.dryRun(repeat).text("repeats")).isEqualTo(proposed);
        assertThat(editor.dryRun(repeat, "If-Match", "\"9\"").status()).isEqualTo(200);
    }

    @Test
    void ifMatchIsChecked() {
        String rejection = talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR");

        assertThat(editor.dryRun(rejection, "If-Match", "\"9\"").status()).isEqualTo(412);
        assertThat(editor.dryRun(rejection, "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    /** A malformed dry run must not record the command. */
    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=maybe", "?dryRun", "?dryRun="})
    void invalidParameterRecordsNothing(String query) {
        Map<String, String> before = trail.fingerprint();
        String question = talks.question(TestNegotiation.newId(), "money");

        Answer one = editor.post("/api/commands" + query, "application/json", question);
        Answer many = editor.post("/api/commands/batch" + query, "application/x-ndjson", question);

        assertThat(one.status()).isEqualTo(400);
        assertThat(many.status()).isEqualTo(400);
        assertThat(one.header("content-type")).isEqualTo("application/problem+json");
        assertThat(trail.fingerprint()).isEqualTo(before);
    }

    @Test
    void falseRecords() {
        String question = talks.question(TestNegotiation.newId(), "money");

        assertThat(editor.post("/api/commands?dryRun=false", "application/json", question)
                        .status())
                .isEqualTo(201);
    }
}
