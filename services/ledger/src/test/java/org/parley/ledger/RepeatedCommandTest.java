package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.command.CommandReader;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** A repeated command is recorded once. */
class RepeatedCommandTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;
    private static StoredTrail trail;

    private TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        editor = ledger.editor();
        trail = StoredTrail.of(ledger);
    }

    @BeforeEach
    void open() {
        talks = TestNegotiation.open(editor);
    }

    @Test
    void repeatReturnsTheSameDevelopment() {
        String proposal = talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13");
        Answer first = talks.accepted(proposal);
        talks.accepted(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"));

        Answer again = talks.command(proposal);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("etag")).isEqualTo(first.header("etag"));
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(trail.of(talks.slug())).hasSize(6);
    }

    @Test
    void formattingDoesNotChangeTheCommand() {
        String id = TestNegotiation.newId();
        String proposal = talks.proposal(id, "alaska", "2025-08-13");
        Answer first = talks.accepted(proposal);

        Answer again = talks.command(proposal.replace(id, id.toUpperCase(Locale.ROOT))
                .replace("\"by\":\"RUS\"", "\"by\" : [ {\"party\":\"RUS\"} ]"));

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void explicitDefaultDoesNotChangeTheCommand() {
        String id = TestNegotiation.newId();
        String plain = talks.proposal(id, "alaska", "2025-08-13").replace(",\"grade\":\"B2\"", "");
        String graded = plain.replace("}]}", "}],\"grade\":\"F6\"}");
        assertThat(graded).isNotEqualTo(plain);
        Answer first = talks.accepted(plain);

        assertThat(talks.command(graded).body()).isEqualTo(first.body());
        assertThat(editor.dryRun(graded).text("repeats")).isEqualTo(id);
        assertThat(editor.batch(graded + "\n" + plain))
                .extracting(line -> line.path("status").asInt())
                .containsExactly(200, 200);
        assertThat(talks.command(graded.replace("F6", "E5")).status()).isEqualTo(409);
        assertThat(trail.of(talks.slug())).hasSize(5);
    }

    @Test
    void targetIdIsCaseInsensitive() {
        String question = TestNegotiation.newId();
        talks.accepted(talks.question(question, "money"));
        String dispute = talks.json(
                TestNegotiation.newId(),
                "DisputeDevelopment",
                null,
                "\"target\":\"%s\",\"reason\":\"No\"".formatted(question));
        Answer first = talks.accepted(dispute);

        assertThat(talks.command(dispute.replace(question, question.toUpperCase(Locale.ROOT)))
                        .body())
                .isEqualTo(first.body());
        assertThat(talks.command(dispute.replace("\"target\"", "\"matter\":\"money\",\"target\""))
                        .body())
                .isEqualTo(first.body());
    }

    /** Earlier versions stored the hash of the text. */
    @Test
    void hashesOfEarlierVersionsAreStillCompared() {
        String id = TestNegotiation.newId();
        String proposal = talks.proposal(id, "alaska", "2025-08-13");
        Answer first = talks.accepted(proposal);
        String formerly = new CommandReader()
                .read(proposal.getBytes(StandardCharsets.UTF_8))
                .sentHash();
        trail.jdbc()
                .sql("update ledger.ledger_entry set command_hash = ? where development_id = ?")
                .params(formerly, UUID.fromString(id))
                .update();

        assertThat(talks.command(proposal).body()).isEqualTo(first.body());
        assertThat(talks.command(proposal.replace("\"by\":\"RUS\"", "\"by\":[\"RUS\"]"))
                        .status())
                .isEqualTo(200);
        assertThat(talks.command(talks.proposal(id, "alaska", "2025-08-14")).status())
                .isEqualTo(409);
    }

    @Test
    void repeatIsDetectedAfterRestart() {
        String proposal = talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13");
        Answer first = talks.accepted(proposal);

        try (LedgerProcess restarted = ledger.another()) {
            TestNegotiation after = talks.by(editor.at(restarted.address()));
            assertThat(after.command(proposal).body()).isEqualTo(first.body());
            assertThat(after.accepted(after.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"))
                            .json()
                            .path("version")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void concurrentRepeatsAreStoredOnce() throws Exception {
        for (String json : List.of(
                talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"),
                TestNegotiation.named(editor, "fresh").opening(TestNegotiation.newId()))) {
            List<Answer> answers = ParallelCalls.of(16, number -> editor.command(json));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.get(0).body());
        }
        assertThat(trail.of(talks.slug())).hasSize(5);
    }

    @Test
    void idWithOtherContentIsRefused() {
        String id = TestNegotiation.newId();
        talks.accepted(talks.proposal(id, "alaska", "2025-08-13"));
        TestNegotiation elsewhere = TestNegotiation.open(editor);
        TestNegotiation unopened = TestNegotiation.named(editor, "unopened");
        Map<String, String> before = trail.fingerprint();

        for (String other : List.of(
                talks.proposal(id, "alaska", "2025-08-14"),
                elsewhere.proposal(id, "alaska", "2025-08-13"),
                unopened.opening(id))) {
            Answer answer = editor.command(other);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.text("conflictsWith")).isEqualTo(id);
            assertThat(answer.text("detail")).contains(id).contains("position 5 of " + talks.slug());
        }
        assertThat(trail.fingerprint()).isEqualTo(before);
        assertThat(unopened.command(unopened.question(TestNegotiation.newId(), "money"))
                        .status())
                .isEqualTo(404);
    }
}
