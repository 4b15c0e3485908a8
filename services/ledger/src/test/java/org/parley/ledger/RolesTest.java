package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** The roles that each command requires. */
class RolesTest {
    private static LedgerProcess ledger;
    private static ApiClient editor;
    private static StoredTrail trail;
    private static TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        editor = ledger.editor();
        trail = StoredTrail.of(ledger);
        talks = TestNegotiation.open(editor);
    }

    @Test
    void anonymousMayNotSendCommands() {
        refused(ledger.anonymous(), talks.question(TestNegotiation.newId(), "anonymous"), 401);
        Answer answer = ledger.anonymous().post("/api/commands/batch", ApiClient.NDJSON, "{}");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void readerMayNotSendCommands() {
        ApiClient reader = ledger.reader();

        refused(reader, talks.question(TestNegotiation.newId(), "reader"), 403);
        assertThat(reader.post("/api/commands/batch", ApiClient.NDJSON, "{}").status())
                .isEqualTo(403);
        assertThat(reader.dryRun(talks.question(TestNegotiation.newId(), "reader"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void holdingRequiresAChief() {
        ApiClient chief = ledger.chief();
        for (String command : new String[] {"HoldDevelopment", "ReleaseDevelopment"}) {
            String target = talks.accepted(talks.question(TestNegotiation.newId(), "q-" + TestNegotiation.newId()))
                    .text("developmentId");
            if (command.equals("ReleaseDevelopment")) {
                assertThat(chief.command(editorial("HoldDevelopment", target)).status())
                        .isEqualTo(201);
            }

            refused(editor, editorial(command, target), 403);
            assertThat(editor.dryRun(editorial(command, target)).status()).isEqualTo(403);
            Answer done = chief.command(editorial(command, target));
            assertThat(done.status()).as(done.body()).isEqualTo(201);
        }
    }

    @Test
    void anEditorRetractsOnlyEntriesOfTheirOwn() {
        String own =
                talks.accepted(talks.question(TestNegotiation.newId(), "own")).text("developmentId");
        String foreign = talks.by(ledger.chief())
                .accepted(talks.question(TestNegotiation.newId(), "foreign"))
                .text("developmentId");

        refused(editor, editorial("RetractDevelopment", foreign), 403);
        assertThat(editor.dryRun(editorial("RetractDevelopment", foreign)).status())
                .isEqualTo(403);
        refused(editor, editorial("RetractDevelopment", TestNegotiation.newId()), 404);
        assertThat(editor.dryRun(editorial("RetractDevelopment", own)).status()).isEqualTo(200);
        String retraction = talks.accepted(editorial("RetractDevelopment", own)).text("developmentId");
        talks.accepted(editorial("RetractDevelopment", retraction));
        assertThat(ledger.chief()
                        .command(editorial("RetractDevelopment", foreign))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void otherEditorialCommandsRequireAnEditor() {
        String target =
                talks.accepted(talks.question(TestNegotiation.newId(), "money")).text("developmentId");
        String source = talks.json(TestNegotiation.newId(), "AddSource", null, """
                "target":"%s","source":{"publisher":"Agency","title":"Report"}""".formatted(target));
        String dispute = talks.json(
                TestNegotiation.newId(),
                "DisputeDevelopment",
                null,
                "\"target\":\"%s\",\"reason\":\"No\"".formatted(target));

        talks.accepted(source);
        assertThat(talks.accepted(dispute).text("matter")).isEqualTo("money");
    }

    private String editorial(String command, String target) {
        String reason = command.equals("ReleaseDevelopment") ? "" : ",\"reason\":\"Because\"";
        return talks.json(TestNegotiation.newId(), command, null, "\"target\":\"" + target + "\"" + reason);
    }

    private static void refused(ApiClient who, String json, int status) {
        Map<String, String> before = trail.fingerprint();

        Answer answer = who.command(json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(trail.fingerprint()).isEqualTo(before);
    }
}
