package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What would be a line of more than 65,535 bytes in the verifiable export is refused, and nothing is recorded. */
class ExportLineLimitTest {
    private static final int LIMIT = 65_535;

    private static LedgerProcess ledger;
    private static ApiClient chief;

    private TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        chief = ledger.chief();
    }

    @BeforeEach
    void open() {
        talks = TestNegotiation.open(chief);
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
    }

    private int recorded() {
        return StoredTrail.of(ledger).of(talks.slug()).size();
    }

    /** A position with a note of this many letters of one byte, after 59,000 bytes in two other fields. */
    private String position(String id, int note) {
        return talks.position(id, "money", "USA", "SUPPORTS")
                .replace(
                        "\"A position\"",
                        "\"" + "€".repeat(13_000) + "\",\"conditions\":\"" + "x".repeat(20_000) + "\"")
                .replace("\"by\"", "\"note\":\"" + "n".repeat(note) + "\",\"by\"");
    }

    private static int sizeIn(JsonNode problem) {
        String grouped = problem.path("detail").asString().replaceAll("\\D*([\\d,]+) bytes.*", "$1");
        return Integer.parseInt(grouped.replace(",", ""));
    }

    @Test
    void tooLongDevelopmentIsRefusedWithItsSizeAndTheLimit() {
        int before = recorded();
        String tooLong = position(TestNegotiation.newId(), 10_000);
        for (Answer refused : List.of(chief.command(tooLong), chief.dryRun(tooLong))) {
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.text("title")).isEqualTo("Too long");
            assertThat(refused.text("detail"))
                    .matches("This would be a line of \\d{2},\\d{3} bytes in the verifiable export, and at most"
                            + " 65,535 are possible\\. Shorten the texts, or name fewer parties or sources\\.");
        }
        assertThat(chief.command(tooLong, "Accept-Language", "es").text("detail"))
                .matches("Esto sería una línea de \\d{2}\u00a0\\d{3} bytes en la exportación verificable, y caben como"
                        + " máximo 65\u00a0535\\. Acorte los textos o nombre menos partes o fuentes\\.");
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void theLimitIsExactAndTheSameInADryRun() {
        String id = TestNegotiation.newId();
        int tooMany = sizeIn(chief.command(position(id, 10_000)).json()) - LIMIT;
        Answer oneMore = chief.command(position(id, 10_000 - tooMany + 1));
        assertThat(oneMore.status()).isEqualTo(413);
        assertThat(sizeIn(oneMore.json())).isEqualTo(LIMIT + 1);
        String longest = position(id, 10_000 - tooMany);
        assertThat(chief.dryRun(longest).status()).isEqualTo(200);
        talks.accepted(longest);
        assertThat(chief.command(longest).status()).as("the repeat").isEqualTo(200);
        assertThat(recorded()).isEqualTo(6);
    }

    @Test
    void otherLinesOfABatchAreRecorded() {
        String lines =
                String.join("\n", position(TestNegotiation.newId(), 10_000), position(TestNegotiation.newId(), 10));
        int before = recorded();
        for (String path : List.of("/api/commands/batch?dryRun=true", "/api/commands/batch")) {
            List<JsonNode> answers = chief.batch(path, lines);
            assertThat(answers.get(0).path("status").asInt()).as(path).isEqualTo(413);
            assertThat(answers.get(0).at("/problem/title").asString()).isEqualTo("Too long");
            assertThat(sizeIn(answers.get(0).path("problem"))).isGreaterThan(LIMIT);
            assertThat(answers.get(1).path("status").asInt()).as(path).isEqualTo(path.contains("dry") ? 200 : 201);
        }
        assertThat(recorded()).isEqualTo(before + 1);
    }

    /** A refused line is not part of what the later lines of a dry run build on. */
    @Test
    void refusedLineOfADryRunIsForgotten() {
        List<JsonNode> answers = chief.batch(
                "/api/commands/batch?dryRun=true",
                position(TestNegotiation.newId(), 10_000) + "\n" + position(TestNegotiation.newId(), 10));
        assertThat(answers.get(1).path("warnings")).isEmpty();
    }

    @Test
    void nothingOfAGroupIsRecorded() {
        String lines =
                String.join("\n", position(TestNegotiation.newId(), 10), position(TestNegotiation.newId(), 10_000));
        int before = recorded();
        for (String more : List.of("", "&dryRun=true")) {
            List<JsonNode> answers = chief.batch("/api/commands/batch?together=true" + more, lines);
            assertThat(answers.get(0).path("status").asInt()).as(more).isEqualTo(409);
            assertThat(answers.get(0).at("/problem/stoppedBy/0").asInt()).isEqualTo(2);
            assertThat(answers.get(1).path("status").asInt()).as(more).isEqualTo(413);
        }
        assertThat(recorded()).isEqualTo(before);
    }
}
