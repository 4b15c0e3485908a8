package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** A refusal states the fault and what is allowed, and changes nothing. */
class RefusalsTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;
    private static StoredTrail trail;
    private static TestNegotiation talks;
    private static String proposal;

    private Map<String, String> before;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        editor = ledger.editor();
        trail = StoredTrail.of(ledger);
        talks = TestNegotiation.open(editor);
        talks.admit("BOLTON", "VOICE");
        proposal = talks.accepted(talks.proposal(TestNegotiation.newId(), "alaska", "2025-08-15"))
                .text("developmentId");
        talks.accepted(talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-17", "UKR"));
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
    }

    @BeforeEach
    void look() {
        before = trail.fingerprint();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(trail.fingerprint()).isEqualTo(before);
    }

    @Test
    void commandNotPossibleInTheState() {
        Answer answer = refused(talks.acceptance(TestNegotiation.newId(), "money", "2025-08-15", "UKR"), 404);
        assertThat(answer.json().path("allowed").toString()).contains("ProposeCeasefire");

        answer = refused(
                talks.json(TestNegotiation.newId(), "ReopenQuestion", "money", """
                "occurred":"2025-08-15",%s""".formatted(TestNegotiation.EVIDENCE)),
                409);
        assertThat(answer.text("state")).isEqualTo("OPEN");
        assertThat(answer.json().path("allowed").valueStream().map(a -> a.asString()))
                .contains("StatePosition", "SettleQuestion")
                .doesNotContain("ReopenQuestion");
    }

    @Test
    void lateEntryNamesTheConflictingEntryAndBothDates() {
        Answer answer = refused(talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-14", "RUS"), 409);

        assertThat(answer.text("conflictsWith")).isEqualTo(proposal);
        assertThat(answer.text("conflictOccurred")).isEqualTo("2025-08-15");
        assertThat(answer.json().at("/conflicts/0/developmentId").asString()).isEqualTo(proposal);
        assertThat(answer.json().at("/conflicts/0/occurred").asString()).isEqualTo("2025-08-15");
        assertThat(answer.text("state")).isEqualTo("-");
        assertThat(answer.text("detail"))
                .startsWith("Cannot record that The RUS rejected")
                .contains("14 August 2025")
                .contains("15 August 2025")
                .contains(proposal);
    }

    @Test
    void aWeakVersionIsExplained() {
        Answer answer = talks.command(
                talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08-18", "RUS"), "If-Match", "W/\"2\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("detail"))
                .contains("compares strongly", "Send \"2\"")
                .doesNotContain("meanwhile");
    }

    @Test
    void speaksTheLanguageThatTheClientPrefers() {
        String late = talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-14", "RUS");
        Answer spanish = talks.command(late, "Accept-Language", "fr, es-MX;q=0.8, en;q=0.5");

        assertThat(spanish.status()).isEqualTo(409);
        assertThat(spanish.text("title")).isEqualTo("No es posible");
        assertThat(spanish.text("detail"))
                .startsWith("No se puede registrar que The RUS rechazó el alto el fuego")
                .contains("el 14 de agosto de 2025", "el 15 de agosto de 2025", proposal);
        assertThat(spanish.header("Content-Language")).isEqualTo("es");
        assertThat(String.join(",", spanish.response().headers().allValues("Vary")))
                .containsIgnoringCase("Accept-Language");

        Answer fault = talks.command(late.replace("2025-08-14", "gestern"), "Accept-Language", "es");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.text("detail")).startsWith("La orden está incompleta");
        assertThat(fault.json().at("/errors/0/detail").asString())
                .startsWith("«gestern» no es una fecha que Parley admita");

        Answer dryRun = editor.dryRun(
                talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-18", "RUS"), "Accept-Language", "es");
        assertThat(dryRun.status()).isEqualTo(200);
        assertThat(dryRun.json().at("/event/summary").asString())
                .startsWith("El 18 de agosto de 2025, The RUS rechazó el alto el fuego «");
        Answer early =
                editor.dryRun(talks.proposal(TestNegotiation.newId(), "early", "0205-08-15"), "Accept-Language", "es");
        assertThat(early.json().at("/warnings/0/detail").asString())
                .isEqualTo("La fecha 0205-08-15 cae en el año 205: ¿es correcto o es una errata?");

        assertThat(talks.command(late, "Accept-Language", "tr").text("detail")).startsWith("Cannot record that");
        assertThat(talks.command(late).header("Content-Language")).isEqualTo("en");
    }

    @Test
    void aSchemaThatThereIsNotIsAProblem() {
        Answer answer = editor.get("/schemas/Nothing.json");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void tooEarlyDateIsOfferedNarrowed() {
        Answer answer = refused(talks.acceptance(TestNegotiation.newId(), "alaska", "2025-08", "UKR"), 409);

        assertThat(answer.text("narrowed")).isEqualTo("2025-08-15/2025-08-31");
        assertThat(answer.text("detail")).contains("possible if it occurred between 15 and 31 August 2025.");
    }

    @Test
    void partyThatIsNotAdmitted() {
        Answer answer = refused(
                talks.json(
                        TestNegotiation.newId(), "ProposeCeasefire", "paris", """
                "occurred":"2025-08-15","by":["RUS",{"party":"FRA"}],"consentOf":["UKR","GER"],%s""".formatted(TestNegotiation.EVIDENCE)),
                404);

        assertThat(answer.json().path("errors").valueStream().map(e -> e.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/by/1/party", "/consentOf/1/party");
        assertThat(answer.text("detail")).contains("AdmitParty");
    }

    @Test
    void voiceMayNotActAsParty() {
        Answer answer = refused(talks.rejection(TestNegotiation.newId(), "alaska", "2025-08-18", "BOLTON"), 409);

        assertThat(answer.text("detail")).contains("BOLTON").contains("RejectCeasefire");
        assertThat(answer.json().path("allowed").valueStream().map(a -> a.asString()))
                .contains("StatePosition", "ContestUnderstanding");
    }

    @Test
    void unknownNegotiationMatterOrDevelopment() {
        TestNegotiation unopened = TestNegotiation.named(editor, "unopened");
        assertThat(refused(unopened.question(TestNegotiation.newId(), "money"), 404)
                        .text("detail"))
                .contains(unopened.slug())
                .contains("OpenNegotiation");
        assertThat(refused(talks.rejection(TestNegotiation.newId(), "geneva", "2025-08-15", "UKR"), 404)
                        .text("detail"))
                .contains("/ceasefire/geneva");
        String missing = TestNegotiation.newId();
        assertThat(refused(grade(talks, missing), 404).text("detail")).contains(missing);
    }

    @Test
    void developmentOfAnotherNegotiation() {
        TestNegotiation other = TestNegotiation.named(editor, "other");

        assertThat(refused(grade(other, proposal), 404).text("detail")).contains(proposal);
    }

    @Test
    void targetOfAnotherMatter() {
        String json = talks.json(
                TestNegotiation.newId(),
                "GradeDevelopment",
                "money",
                "\"target\":\"%s\",\"grade\":\"A1\"".formatted(proposal));

        assertThat(refused(json, 400).json().at("/errors/0/pointer").asString()).isEqualTo("/matter");
    }

    @Test
    void commandNotApplicableToItsTarget() {
        Answer answer =
                refused(talks.json(TestNegotiation.newId(), "ResolveDispute", null, """
                        "target":"%s","outcome":"DISMISSED","reason":"No" """.formatted(proposal)), 409);

        assertThat(answer.text("target")).isEqualTo(proposal);
        assertThat(answer.text("standing")).isEqualTo("EFFECTIVE");
    }

    private static String grade(TestNegotiation where, String target) {
        return where.json(
                TestNegotiation.newId(),
                "GradeDevelopment",
                null,
                "\"target\":\"%s\",\"grade\":\"A1\"".formatted(target));
    }

    private static Answer refused(String json, int status) {
        Answer answer = editor.command(json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        return answer;
    }
}
