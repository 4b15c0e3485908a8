package org.parley.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Any invalid request gets a problem response without internal details, and changes nothing. */
class BadInputTest {
    private static final String JSON = "application/json";

    private static LedgerProcess ledger;
    private static ApiClient chief;
    private static StoredTrail trail;
    private static TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        chief = ledger.chief();
        trail = StoredTrail.of(ledger);
        talks = TestNegotiation.open(chief);
    }

    static Stream<Arguments> bodies() {
        String good = new TestNegotiation(null, "SLUG")
                .rejection("11111111-1111-4111-8111-111111111111", "alaska", "2025", "USA");
        return Stream.of(
                body("malformed", "{\"command\":"),
                body("empty", ""),
                body("blank", "  \n"),
                body("array", "[" + good + "]"),
                body("string", "\"RejectCeasefire\""),
                body("null", "null"),
                body("two", good + good),
                body("no command", good.replace("\"command\":\"RejectCeasefire\",", "")),
                body("command is a number", good.replace("\"RejectCeasefire\"", "7")),
                body("unknown command", good.replace("RejectCeasefire", "AbolishCeasefire")),
                body("command in another case", good.replace("RejectCeasefire", "rejectceasefire")),
                body("unknown field", good.replace("\"by\"", "\"vonWem\":1,\"by\"")),
                body("field twice", good.replace("\"by\"", "\"by\":\"RUS\",\"by\"")),
                body("no source", good.replace(TestNegotiation.EVIDENCE, "\"note\":\"None\"")),
                body("sources empty", good.replace("{\"publisher\":\"Agency\",\"title\":\"Report\"}", "")),
                body("grade", good.replace("B2", "Z9")),
                body("no date", good.replace("\"occurred\":\"2025\",", "")),
                body("date", good.replace("\"2025\"", "\"15.08.2025\"")),
                body("day", good.replace("\"2025\"", "\"2025-02-30\"")),
                body("future", good.replace("\"2025\"", "\"2999-01-01\"")),
                body("far year", good.replace("\"2025\"", "\"Y170000002\"")),
                body("null party", good.replace("\"USA\"", "null")),
                body("party", good.replace("\"USA\"", "\"u s a\"")),
                body("no party", good.replace("\"by\":\"USA\",", "")),
                body("id", good.replace("11111111-1111-4111-8111-111111111111", "17")),
                body("slug", good.replace("\"alaska\"", "\"Alaska Summit\"")),
                body("slug with dots", good.replace("\"alaska\"", "\"../alaska\"")),
                body("long slug", good.replace("\"alaska\"", "\"" + "a".repeat(81) + "\"")),
                body("long note", good.replace("\"by\"", "\"note\":\"" + "n".repeat(20_001) + "\",\"by\"")),
                body("long title", proposal("\"title\":\"" + "t".repeat(501) + "\"")),
                body(
                        "251 parties",
                        proposal("\"note\":\"a\"").replace("[\"RUS\"", "[" + "\"RUS\",".repeat(250) + "\"RUS\"")),
                body("deep", "{\"a\":".repeat(10_000)),
                body("deep array", good.replace("\"USA\"", "[".repeat(10_000) + "]".repeat(10_000))),
                body("nul", good.replace("Report", "Re\\u0000port")),
                body("raw nul", good.replace("Report", "Re\u0000port")),
                body("lone high", good.replace("Report", "\\ud83d")),
                body("lone low", good.replace("Report", "\\ude00")),
                body("lone in a name", good.replace("\"by\"", "\"\\ud83d\":1,\"by\"")),
                body("lone in the command", good.replace("RejectCeasefire", "\\ud83d")),
                body("nul in a name", good.replace("\"by\"", "\"\\u0000\":1,\"by\"")),
                body("pair cut", good.replace("RejectCeasefire", "a" + "\\ud83d\\ude00".repeat(300))),
                body("huge number", quantity("1" + "0".repeat(900))),
                body("huger number", quantity("1" + "0".repeat(20_000))),
                body("exponent", quantity("1e999999999")),
                body("exponent over", quantity("1e99999999999999")),
                body("negative", quantity("-1")),
                body("nan", quantity("NaN")),
                argumentSet(
                        "bad UTF-8", JSON, good.replace("Report", "caf\u00e9").getBytes(ISO_8859_1)),
                argumentSet(
                        "overlong UTF-8",
                        JSON,
                        good.replace("Report", "\u00c0\u0080").getBytes(ISO_8859_1)),
                argumentSet("broken UTF-16", JSON, new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0x00}),
                argumentSet("broken UTF-32", JSON, new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0, 0, 0}),
                argumentSet("XML", "application/xml", "<a/>".getBytes(UTF_8)),
                argumentSet("text", "text/plain", good.getBytes(UTF_8)),
                argumentSet("form", "application/x-www-form-urlencoded", "a=b".getBytes(UTF_8)),
                argumentSet("no type", "", good.getBytes(UTF_8)),
                argumentSet("type that is none", "json", good.getBytes(UTF_8)));
    }

    private static Arguments body(String name, String body) {
        return argumentSet(name, JSON, body.getBytes(UTF_8));
    }

    private static String proposal(String more) {
        return new TestNegotiation(null, "SLUG")
                .proposal("11111111-1111-4111-8111-111111111111", "alaska", "2025")
                .replace("\"by\"", more + ",\"by\"");
    }

    private static String quantity(String number) {
        return new TestNegotiation(null, "SLUG")
                .json("11111111-1111-4111-8111-111111111111", "OfferContribution", "shield", """
                "occurred":"2025","by":"USA","means":"Money","quantity":%s,%s""".formatted(
                                number, TestNegotiation.EVIDENCE));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void invalidBodyIsAProblemAndChangesNothing(String contentType, byte[] template) {
        byte[] body =
                new String(template, ISO_8859_1).replace("SLUG", talks.slug()).getBytes(ISO_8859_1);
        Map<String, String> before = trail.fingerprint();

        for (String path : new String[] {"/api/commands", "/api/commands?dryRun=true"}) {
            isAProblem(chief.send("POST", path, contentType, BodyPublishers.ofByteArray(body)));
        }
        Answer lines = chief.send("POST", "/api/commands/batch", ApiClient.NDJSON, BodyPublishers.ofByteArray(body));

        assertThat(lines.status()).isEqualTo(200);
        revealsNoInternals(lines.body());
        assertThat(lines.body()).doesNotContain("\"status\":201").doesNotContain("\"status\":50");
        assertThat(trail.fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void invalidRequestIsAProblemAndChangesNothing(String method, String path, String[] headers, int status) {
        Map<String, String> before = trail.fingerprint();
        String body = method.equals("GET") ? "" : talks.question(TestNegotiation.newId(), "money");

        Answer answer = chief.send(method, path, JSON, BodyPublishers.ofString(body), headers);

        isAProblem(answer);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(trail.fingerprint()).isEqualTo(before);
    }

    static Stream<Arguments> requests() {
        String[] none = {};
        String api = "/api/commands";
        return Stream.of(
                argumentSet("GET", "GET", api, none, 405),
                argumentSet("PUT", "PUT", api, none, 405),
                argumentSet("DELETE", "DELETE", api, none, 405),
                argumentSet("made-up method", "PROPOSE", api, none, 400),
                argumentSet("GET a batch", "GET", "/api/commands/batch", none, 405),
                argumentSet("GET elsewhere", "GET", "/api/nothing", none, 404),
                argumentSet("below", "GET", "/api/commands/17", none, 404),
                argumentSet("mistyped", "POST", api + "?dryrun=true", none, 400),
                argumentSet(
                        "mistyped for a batch",
                        "POST",
                        "/api/commands/batch?dry_run=true",
                        new String[] {"Content-Type", ApiClient.NDJSON},
                        400),
                argumentSet("bad correlation", "POST", api, new String[] {"X-Correlation-Id", "a b"}, 400),
                argumentSet("bad causation", "POST", api, new String[] {"X-Causation-Id", "x".repeat(101)}, 400));
    }

    @Test
    void allFaultsAreReportedTogether() {
        Answer answer = chief.command("""
                {"command":"RejectCeasefire","negotiation":"%s","matter":"alaska","occurred":"soon","by":[],"why":1}""".formatted(talks.slug()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").valueStream().map(e -> e.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/occurred", "/by", "/why", "/evidence");
    }

    private static void isAProblem(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        revealsNoInternals(answer.body());
    }

    private static void revealsNoInternals(String body) {
        assertThat(body).doesNotContain("Exception").doesNotContain("at org.").doesNotContain("java.");
    }
}
