package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** Commands over HTTP. */
class CommandsTest {
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
    void acceptedCommandReturnsItsPositionInTheTrail() {
        String id = TestNegotiation.newId();

        Answer answer = talks.command(talks.proposal(id, "alaska", "2025-08-13"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(answer.header("location")).isEqualTo("/api/developments/" + id);
        assertThat(answer.body()).isEqualTo("""
                {"developmentId":"%s","negotiation":"%s","kind":"ceasefire","matter":"alaska",\
                "type":"CeasefireProposed","position":5,"version":1}""".formatted(id, talks.slug()));
    }

    @Test
    void versionsCountPerMatterAndPositionsPerNegotiation() {
        talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"));
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));

        Answer answer = talks.accepted(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR"));

        assertThat(answer.json().path("position").asInt()).isEqualTo(7);
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
        assertThat(answer.header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void missingIdIsAssigned() {
        String json = talks.question("x", "money").replace("\"developmentId\":\"x\",", "");

        Answer answer = talks.accepted(json);

        assertThat(UUID.fromString(answer.text("developmentId")).version()).isEqualTo(7);
        assertThat(talks.command(json).status()).isEqualTo(409);
    }

    @Test
    void ifMatchRequiresAVersion() {
        talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"));
        String acceptance = talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR");

        Answer other = talks.command(acceptance, "If-Match", "\"7\"");
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.header("content-type")).isEqualTo("application/problem+json");
        assertThat(other.json().path("version").asInt()).isEqualTo(1);

        assertThat(talks.command(acceptance, "If-Match", "\"1\"").status()).isEqualTo(201);
        assertThat(talks.command(acceptance, "If-Match", "\"1\"").status())
                .as("a repeat, whatever the version is now")
                .isEqualTo(200);
        assertThat(talks.command(talks.question(TestNegotiation.newId(), "money"), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void failedIfMatchOpensNoNegotiation() {
        TestNegotiation unopened = TestNegotiation.named(editor, "unopened");
        Map<String, String> before = trail.fingerprint();

        assertThat(unopened.command(unopened.opening(TestNegotiation.newId()), "If-Match", "\"3\"")
                        .status())
                .isEqualTo(412);

        assertThat(trail.fingerprint()).isEqualTo(before);
        assertThat(unopened.command(unopened.question(TestNegotiation.newId(), "money"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "1"             | 201
            1               | 201
            *               | 201
            "3", "1"        | 201
            "3" ,W/"2","1", | 201
            "2"             | 412
            "2", "3"        | 412
            W/"1"           | 412
            "seven"         | 412
            ""              | 412
            "*"             | 412
            "1,2"           | 412
            """)
    void ifMatchFollowsHttp(String ifMatch, int status) {
        talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"));
        String acceptance = talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-14", "UKR");

        assertThat(editor.dryRun(acceptance, "If-Match", ifMatch).status()).isEqualTo(status == 201 ? 200 : status);
        assertThat(talks.command(acceptance, "If-Match", ifMatch).status()).isEqualTo(status);
    }

    @Test
    void ifMatchFailsForMissingMatters() {
        String question = talks.question(TestNegotiation.newId(), "money");

        Answer answer = talks.command(question, "If-Match", "*");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("detail")).contains("Nothing is recorded of", "If-Match");
        assertThat(answer.json().path("version").asInt(-1)).isZero();
        assertThat(editor.dryRun(question, "If-Match", "*").status()).isEqualTo(412);
        TestNegotiation unopened = TestNegotiation.named(editor, "unopened");
        assertThat(unopened.command(unopened.opening(TestNegotiation.newId()), "If-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(talks.command(question).status()).isEqualTo(201);
    }

    @Test
    void nilIdIsRefused() {
        Answer answer = talks.command(talks.question("00000000-0000-0000-0000-000000000000", "money"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/developmentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "-1", "\"1", "1\"", "*, \"1\"", "\"1\" \"2\"", ",", "99999999999999999999"})
    void malformedIfMatchIsRefused(String ifMatch) {
        Answer answer = talks.command(talks.question(TestNegotiation.newId(), "money"), "If-Match", ifMatch);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail") + answer.json().path("errors")).contains("If-Match");
    }

    @Test
    void offeredInstantIsAccepted() {
        talks.accepted(talks.proposal(TestNegotiation.newId(), "paris", "2025-08-16T03:30Z"));
        String acceptance = talks.acceptance(TestNegotiation.newId(), "paris", "2025-08-16", "UKR");

        String narrowed = talks.command(acceptance).text("narrowed");

        assertThat(narrowed).isEqualTo("2025-08-16T03:30Z/2025-08-16T23:59:59Z");
        Answer tried = editor.dryRun(acceptance.replace("\"2025-08-16\"", "\"" + narrowed + "\""));
        assertThat(tried.json().at("/event/summary").asString())
                .startsWith("On 16 August 2025 between 03:30 and 23:59 (UTC+00:00), ");
        talks.accepted(acceptance.replace("\"2025-08-16\"", "\"" + narrowed + "\""));
    }

    @Test
    void editorIsTheSignedInUser() {
        String claimed = talks.json(TestNegotiation.newId(), "RaiseQuestion", "money", """
                "title":"A","theme":"ECONOMY","editor":"somebody-else" """);

        Answer refused = talks.command(claimed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/editor");

        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        assertThat(trail.jdbc()
                        .sql("select distinct editor from ledger.ledger_entry where negotiation = ?")
                        .param(talks.slug())
                        .query(String.class)
                        .list())
                .containsExactly(editor.name());
    }
}
