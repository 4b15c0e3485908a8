package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Json;
import org.parley.contract.state.StateJson;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.ProposedCommand;
import org.parley.desk.proposal.Proposer;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.Language;
import org.parley.domain.state.EntrySentence;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** What the box "What happened?" proposes for the sentences of a dossier, each in the state before it was recorded. */
class ProposalTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"ukraine-2025, ENGLISH, 80", "ukraine-2025, SPANISH, 75", "colombia-2012, ENGLISH, 70", "colombia-2012, SPANISH, 70"})
    void commandAndMatterOfMostSentencesComeFirst(String dossier, Language language, int percentMin) {
        List<String> missed = new ArrayList<>();
        int all = 0;
        TestLedger ledger = new TestLedger(dossier, "2026-11-01T00:00:00Z");
        for (String line : Dossier.bundled(dossier).commands()) {
            JsonNode command = Json.MAPPER.readTree(line);
            NegotiationView before = ledger.history().lastPosition() == 0
                    ? null
                    : Json.MAPPER.treeToValue(
                            StateJson.of(ledger.history().state(ledger.history().now(ledger.now()), ledger.now())),
                            NegotiationView.class);
            ledger.logJson(line, UUID.randomUUID());
            if (before == null || command.has("target") || command.path("command").asString().equals("AdmitParty")) {
                continue;
            }
            UUID id = UUID.fromString(command.path("developmentId").asString());
            String sentence = EntrySentence.of(ledger.history(), entry(ledger, id), language);
            all++;
            Proposal proposal = new Proposer(before).propose(sentence, NOW);
            if (!isFirst(command, proposal, before)) {
                missed.add(command.path("command").asString() + " " + command.path("matter").asString() + " <- "
                        + proposal.first().map(ProposalTest::text).orElse("nothing") + ": " + sentence);
            }
        }
        System.out.println(dossier + " " + language + ": " + (all - missed.size()) + " of " + all);
        missed.forEach(System.out::println);
        assertThat(100 * (all - missed.size()) / all).as(String.join("\n", missed)).isGreaterThanOrEqualTo(percentMin);
    }

    private static LedgerEntry entry(TestLedger ledger, UUID id) {
        return ledger.history().matters().stream()
                .flatMap(matter -> matter.entry(id).stream())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFirst(JsonNode command, Proposal proposal, NegotiationView before) {
        ProposedCommand first = proposal.first().orElse(null);
        boolean isNew = before.matters().stream()
                .noneMatch(matter -> matter.matter().equals(command.path("matter").asString())
                        && first != null
                        && matter.kind().equals(first.kind()));
        return first != null
                && first.command().equals(command.path("command").asString())
                && (first.matter() == null
                        ? isNew
                        : first.matter().matter().equals(command.path("matter").asString()));
    }

    private static String text(ProposedCommand command) {
        return command.command() + " " + (command.matter() == null ? "(new)" : command.matter().matter());
    }
}
