package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Batches: one command per line, one result per line. */
class CommandBatchTest {
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
    void everyLineHasAResultAndAnInvalidLineStopsNoOther() {
        String id = TestNegotiation.newId();
        List<JsonNode> results = editor.batch(String.join(
                "\n",
                talks.question(id, "money"),
                "",
                "{not json",
                "   \t ",
                talks.question(TestNegotiation.newId(), "money"),
                talks.position(TestNegotiation.newId(), "money", "FRA", "SUPPORTS"),
                "[1]",
                "x".repeat(1_000_001),
                talks.json(
                        TestNegotiation.newId(),
                        "HoldDevelopment",
                        null,
                        "\"target\":\"%s\",\"reason\":\"Early\"".formatted(id)),
                talks.position(TestNegotiation.newId(), "money", "USA", "SUPPORTS") + "\r",
                TestNegotiation.named(editor, "unopened").question(TestNegotiation.newId(), "money")));

        assertThat(results).extracting(r -> r.path("line").asInt()).containsExactly(1, 3, 5, 6, 7, 8, 9, 10, 11);
        assertThat(results)
                .extracting(r -> r.path("status").asInt())
                .containsExactly(201, 400, 409, 404, 400, 400, 403, 201, 404);
        assertThat(results.get(0)).isEqualTo(expected(1, id));
        assertThat(results).filteredOn(r -> r.path("status").asInt() != 201).allSatisfy(r -> {
            assertThat(r.path("problem").path("status").asInt())
                    .isEqualTo(r.path("status").asInt());
            assertThat(r.path("problem").path("title").asString()).isNotBlank();
            assertThat(r.path("problem").path("detail").asString()).isNotBlank();
        });
        assertThat(results.get(2).at("/problem/state").asString()).isEqualTo("OPEN");
        assertThat(results.get(3).at("/problem/errors/0/pointer").asString()).isEqualTo("/by/0/party");
        assertThat(trail.of(talks.slug())).hasSize(6);
        trail.requireInOrder();
    }

    private JsonNode expected(int line, String id) {
        return Json.MAPPER.readTree("""
                {"line":%d,"status":201,"developmentId":"%s","negotiation":"%s","kind":"question","matter":"money",
                 "type":"QuestionRaised","position":5,"version":1}""".formatted(line, id, talks.slug()));
    }

    @Test
    void lineDependsOnTheLinesBeforeIt() {
        TestNegotiation fresh = TestNegotiation.named(editor, "fresh");
        String admission = fresh.json(
                TestNegotiation.newId(),
                "AdmitParty",
                null,
                "\"party\":\"USA\",\"name\":\"A\",\"partyKind\":\"STATE\"");

        List<JsonNode> results = editor.batch(String.join(
                "\n",
                fresh.opening(TestNegotiation.newId()),
                admission,
                fresh.question(TestNegotiation.newId(), "money"),
                fresh.position(TestNegotiation.newId(), "money", "USA", "OPPOSES")));

        assertThat(results).extracting(r -> r.path("position").asInt()).containsExactly(1, 2, 3, 4);
    }

    /** A batch contains several matters, so If-Match does not apply. */
    @Test
    void ifMatchIsRefused() {
        Answer answer = editor.post(
                "/api/commands/batch",
                ApiClient.NDJSON,
                talks.question(TestNegotiation.newId(), "money"),
                "If-Match",
                "\"1\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").toString()).contains("If-Match");
        assertThat(trail.of(talks.slug())).hasSize(4);
    }

    @Test
    void deliveryWithoutPromiseIsRefused() {
        String delivery = """
                "occurred":"2025-08-24","commitment":"release","quantity":%s,%s""";
        List<JsonNode> results = editor.batch(String.join(
                "\n",
                talks.json(TestNegotiation.newId(), "SignBilateralAgreement", "swap", """
                        "occurred":"2025-08-16","between":["RUS","USA"],%s""".formatted(
                                TestNegotiation.EVIDENCE)),
                talks.json(
                        TestNegotiation.newId(),
                        "ReportDelivery",
                        "swap",
                        delivery.formatted(1, TestNegotiation.EVIDENCE)),
                talks.json(TestNegotiation.newId(), "UndertakeCommitment", "swap", """
                        "occurred":"2025-08-16","commitment":"release","by":"RUS","what":"release prisoners",\
                        "quantity":1000,"unit":"people",%s""".formatted(
                                TestNegotiation.EVIDENCE)),
                talks.json(
                        TestNegotiation.newId(),
                        "ReportDelivery",
                        "swap",
                        delivery.formatted("307,\"unit\":\"tonnes\"", TestNegotiation.EVIDENCE)),
                talks.json(
                        TestNegotiation.newId(),
                        "ReportDelivery",
                        "swap",
                        delivery.formatted("3030,\"unit\":\"people\"", TestNegotiation.EVIDENCE))));

        assertThat(results).extracting(line -> line.path("status").asInt()).containsExactly(201, 409, 201, 409, 201);
        assertThat(results.get(1).at("/problem/detail").asString()).contains("no commitment release");
        assertThat(results.get(3).at("/problem/detail").asString()).contains("counted in people, not in tonnes");
        assertThat(editor.dryRun(talks.json(
                                TestNegotiation.newId(),
                                "ReportDelivery",
                                "swap",
                                delivery.formatted(1, TestNegotiation.EVIDENCE)))
                        .json()
                        .at("/event/summary")
                        .asString())
                .endsWith("3,031 of 1,000 so far, more than promised.");
    }

    @Test
    void theSameIdTwiceIsStoredOnce() {
        String id = TestNegotiation.newId();

        List<JsonNode> results = editor.batch(String.join(
                "\n", talks.question(id, "money"), talks.question(id, "money"), talks.question(id, "time")));

        assertThat(results).extracting(r -> r.path("status").asInt()).containsExactly(201, 200, 409);
        assertThat(results.get(1).path("position")).isEqualTo(results.get(0).path("position"));
        assertThat(results.get(2).at("/problem/conflictsWith").asString()).isEqualTo(id);
        assertThat(trail.of(talks.slug())).hasSize(5);
    }

    @Test
    void batchMayBeRepeated() {
        String lines = String.join(
                "\n",
                talks.question(TestNegotiation.newId(), "money"),
                talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"),
                "");
        List<JsonNode> first = editor.batch(lines);
        Map<String, String> stored = trail.fingerprint();

        List<JsonNode> again = editor.batch(lines);

        assertThat(again).extracting(r -> r.path("status").asInt()).containsExactly(200, 200);
        assertThat(again)
                .extracting(r -> r.path("position").asInt())
                .containsExactlyElementsOf(
                        first.stream().map(r -> r.path("position").asInt()).toList());
        assertThat(trail.fingerprint()).isEqualTo(stored);
    }

    @Test
    void dryRunOfABatchRecordsNothing() {
        Map<String, String> before = trail.fingerprint();

        List<JsonNode> results = editor.batch(
                "/api/commands/batch?dryRun=true",
                String.join(
                        "\n",
                        talks.question(TestNegotiation.newId(), "money"),
                        "{}",
                        talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES")));

        assertThat(results).extracting(r -> r.path("line").asInt()).containsExactly(1, 2, 3);
        assertThat(results).extracting(r -> r.path("status").asInt()).containsExactly(200, 400, 200);
        assertThat(results.get(0).at("/event/type").asString()).isEqualTo("QuestionRaised");
        assertThat(results.get(0).at("/after/status").asString()).isEqualTo("OPEN");
        assertThat(trail.fingerprint()).isEqualTo(before);
    }

    @Test
    void dryRunLineDependsOnTheLinesBeforeIt() {
        Map<String, String> before = trail.fingerprint();
        TestNegotiation fresh = TestNegotiation.named(editor, "only-tried");
        String admission = fresh.json(
                TestNegotiation.newId(),
                "AdmitParty",
                null,
                "\"party\":\"USA\",\"name\":\"A\",\"partyKind\":\"STATE\"");
        String stated = TestNegotiation.newId();
        String position = fresh.position(stated, "money", "USA", "OPPOSES");

        List<JsonNode> results = editor.batch(
                "/api/commands/batch?dryRun=true",
                String.join(
                        "\n",
                        fresh.question(TestNegotiation.newId(), "too-early"),
                        fresh.opening(TestNegotiation.newId()),
                        fresh.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"),
                        admission,
                        fresh.question(TestNegotiation.newId(), "money"),
                        position,
                        position,
                        fresh.position(stated, "money", "USA", "SUPPORTS"),
                        fresh.question(TestNegotiation.newId(), "money")));

        assertThat(results)
                .extracting(r -> r.path("status").asInt())
                .containsExactly(404, 200, 404, 200, 200, 200, 200, 409, 409);
        assertThat(results.get(4).path("version").asInt()).isZero();
        assertThat(results.get(5).path("version").asInt()).isEqualTo(1);
        assertThat(results.get(5).at("/after/detail/positions/0/stance").asString())
                .isEqualTo("OPPOSES");
        assertThat(results.get(6).path("repeats").asString()).isEqualTo(stated);
        assertThat(trail.fingerprint()).isEqualTo(before);
        // The next dry run starts without it.
        assertThat(editor.batch("/api/commands/batch?dryRun=true", fresh.question(TestNegotiation.newId(), "money"))
                        .getFirst()
                        .path("status")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void longBatchKeepsItsOrder() {
        List<String> lines = Stream.concat(
                        Stream.of(talks.question(TestNegotiation.newId(), "money")),
                        Stream.generate(() -> talks.position(TestNegotiation.newId(), "money", "USA", "OPPOSES"))
                                .limit(199))
                .toList();

        List<JsonNode> results = editor.batch(String.join("\n", lines) + "\n");

        assertThat(results).hasSize(200);
        for (int i = 0; i < 200; i++) {
            assertThat(results.get(i).path("line").asInt()).isEqualTo(i + 1);
            assertThat(results.get(i).path("position").asInt()).isEqualTo(i + 5);
            assertThat(lines.get(i))
                    .contains(results.get(i).path("developmentId").asString());
        }
    }

    @Test
    void emptyBatchHasAnEmptyResult() {
        assertThat(editor.batch("")).isEmpty();
        assertThat(editor.batch("\n\n  \n")).isEmpty();
    }

    @Test
    void onlyNdjsonIsAccepted() {
        for (String type : new String[] {"application/json", "text/plain", ""}) {
            Answer answer = editor.post("/api/commands/batch", type, talks.question(TestNegotiation.newId(), "money"));

            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        }
        assertThat(trail.of(talks.slug())).hasSize(4);
    }
}
