package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Names and kinds of parties in messages and decisions, after corrections and renames. */
class PartyNamesTest {
    private final ApiClient editor = LedgerProcess.shared().editor();
    private final TestNegotiation talks = TestNegotiation.named(editor, "names");
    private final TestNegotiation chief = talks.by(LedgerProcess.shared().chief());
    private final String admission = TestNegotiation.newId();

    /** Regression: a name with a typo that is corrected before anything else is recorded. */
    private String corrected() {
        return """
                {"command":"OpenNegotiation","negotiation":"names","title":"Names"}
                {"command":"AdmitParty","negotiation":"names","party":"USA","name":"Untied States","partyKind":"STATE","developmentId":"%s"}
                {"command":"AdmitParty","negotiation":"names","party":"RUS","name":"Russia","partyKind":"STATE"}
                {"command":"CorrectDevelopment","negotiation":"names","target":"%s","reason":"typo","replacement":{"command":"AdmitParty","party":"USA","name":"United States","partyKind":"STATE"}}
                {"command":"MakeDemand","negotiation":"names","matter":"d2","title":"D2","occurred":"2025-09-02","by":"USA","of":"RUS","substance":"s","evidence":{"sources":[{"publisher":"W","title":"T"}]}}
                """.formatted(admission, admission).replace("\"names\"", "\"" + talks.slug() + "\"");
    }

    private String demand(String matter, String occurred) {
        return talks.json(
                TestNegotiation.newId(), "MakeDemand", matter, """
                "occurred":"%s","by":"USA","of":"RUS","substance":"s",%s""".formatted(occurred, TestNegotiation.EVIDENCE));
    }

    private String correction(String name, String kind) {
        return talks.json(TestNegotiation.newId(), "CorrectDevelopment", null, """
                "target":"%s","reason":"typo","replacement":{"command":"AdmitParty","party":"USA","name":"%s","partyKind":"%s"}""".formatted(admission, name, kind));
    }

    @Test
    void correctedNameIsUsedInDryRunsAndRefusals() {
        assertThat(editor.batch(corrected()))
                .extracting(line -> line.path("status").asInt())
                .containsExactly(201, 201, 201, 201, 201);

        Answer dryRun = editor.dryRun(demand("d2", "2025-09-03"));
        assertThat(dryRun.json().at("/event/summary").asString())
                .contains("United States demanded", "“D2”")
                .doesNotContain("Untied");
        assertThat(dryRun.json().path("warnings").toString())
                .contains("United States")
                .doesNotContain("Untied");
        Answer refused = talks.command(
                talks.json(TestNegotiation.newId(), "RefuseDemand", "d2", """
                "occurred":"2025-09-01","by":"RUS",%s""".formatted(TestNegotiation.EVIDENCE)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("United States demanded").doesNotContain("Untied");
    }

    @Test
    void dryRunOfABatchUsesNamesOfEarlierLines() {
        List<JsonNode> tried = editor.batch("/api/commands/batch?dryRun=true", corrected());

        assertThat(tried).extracting(line -> line.path("status").asInt()).containsExactly(200, 200, 200, 200, 200);
        assertThat(tried.getLast().toString())
                .contains("United States demanded")
                .doesNotContain("Untied");
    }

    @Test
    void renameAppliesFromItsDate() {
        editor.batch(corrected());
        talks.accepted(
                talks.json(TestNegotiation.newId(), "AdmitParty", null, """
                "party":"USA","name":"The Union","partyKind":"STATE","occurred":"2025-06-01",%s""".formatted(TestNegotiation.EVIDENCE)));
        talks.accepted(
                talks.json(TestNegotiation.newId(), "AdmitParty", null, """
                "party":"USA","name":"The Colonies","partyKind":"STATE","occurred":"1765",%s""".formatted(TestNegotiation.EVIDENCE)));

        assertThat(said("2025-09-03")).contains("The Union demanded");
        assertThat(said("2025-05-31")).contains("The Colonies demanded");
        assertThat(said("1750")).contains("United States demanded");
    }

    private String said(String occurred) {
        return editor.dryRun(demand("d3", occurred)).json().at("/event/summary").asString();
    }

    @Test
    void revertedCorrectionRestoresTheKind() {
        editor.batch(corrected());
        assertThat(talks.accepted(correction("United States", "VOICE")).status())
                .isEqualTo(201);
        assertThat(talks.command(demand("d3", "2025-09-03")).text("detail")).contains("voice from outside");

        String mistake = talks.accepted(correction("United States", "VOICE")).text("developmentId");
        talks.accepted(correction("United States", "STATE"));
        talks.accepted(demand("d3", "2025-09-03"));
        chief.accepted(talks.retraction(TestNegotiation.newId(), mistake));
        talks.accepted(demand("d4", "2025-09-03"));
    }

    @Test
    void partyStaysAdmittedAfterRetraction() {
        editor.batch(corrected());
        chief.accepted(talks.retraction(TestNegotiation.newId(), admission));

        talks.accepted(demand("d3", "2025-09-03"));
        assertThat(said("2025-09-03")).contains("USA demanded");
    }
}
