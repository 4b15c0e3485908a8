package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Json;
import org.parley.contract.state.StateJson;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.proposal.KnownPersons;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.ProposedActor;
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

    /** Sentences as reporters type them, with the command and the matter that an editor would choose. */
    private static final String TYPED = """
            Putin refuses a ceasefire during the talks, talks come first | RejectCeasefire during-talks
            Russia rejects the full ceasefire while they talk | RejectCeasefire during-talks
            Ukraine accepts a full ceasefire while they talk | AcceptCeasefire during-talks
            Zelensky withdraws his proposal of a full ceasefire while they talk | WithdrawCeasefireProposal during-talks
            Trump proposes a ceasefire of ten days in July | ProposeCeasefire -
            Russia announces a truce for Christmas | AnnounceCeasefire -
            Putin says there is no point in meeting Zelensky | DeclineMeeting putin-zelensky
            Putin refuses to meet Zelensky | DeclineMeeting putin-zelensky
            Putin se niega a reunirse con Zelenski | DeclineMeeting putin-zelensky
            Putin and Zelensky will meet in Istanbul on Friday | ScheduleMeeting putin-zelensky
            Ukrainian and American delegations met in Berlin yesterday | RecordMeeting -
            The fourth trilateral round is cancelled | CancelMeeting trilateral-march-2026
            Russia and Ukraine agreed to exchange all prisoners for all | AgreeExchange all-for-all
            Russia and Ukraine exchanged a thousand prisoners each, May 2026 | CarryOutExchange prisoner-exchange-may-2026
            The United States imposes new sanctions on Rosneft and Lukoil | ImposeConsequences oil-sanctions
            Trump lifts the sanctions on Rosneft and Lukoil | LiftConsequences oil-sanctions
            Russia objects to the coalition force | ObjectToGuarantee coalition-force
            Germany endorses the American backstop for the coalition force | EndorseGuarantee american-backstop
            Sweden offers aircraft for the force of the coalition of the willing | OfferContribution coalition-force
            Montenegro and Ukraine signed the security agreement | SignBilateralAgreement security-mne
            Ukraine rejects the draft of the American plan | RejectDraft peace-plan
            Poland supports membership of Ukraine in NATO | StatePosition nato-membership
            Putin rechaza un alto el fuego durante las conversaciones | RejectCeasefire during-talks
            Rusia acepta el alto el fuego completo mientras conversan | AcceptCeasefire during-talks
            Ucrania propone una tregua de diez días en julio | ProposeCeasefire -
            Putin se niega a la reunión con Zelensky | DeclineMeeting putin-zelensky
            Se cancela la cuarta ronda trilateral | CancelMeeting trilateral-march-2026
            Estados Unidos levanta las sanciones a Rosneft y Lukoil | LiftConsequences oil-sanctions
            Rusia y Ucrania acordaron el canje de todos los prisioneros por todos | AgreeExchange all-for-all
            Rusia se opone a la fuerza de la coalición | ObjectToGuarantee coalition-force
            Polonia y Ucrania firmaron un nuevo acuerdo sobre minerales | SignBilateralAgreement -
            Delegaciones de Estados Unidos y Ucrania se reunieron ayer en Berlín | RecordMeeting -
            """;

    private static final int TYPED_PERCENT_MIN = 80;

    @Test
    void commandAndMatterOfMostTypedSentencesComeFirst() {
        TestLedger ledger = new TestLedger("ukraine-2025", "2026-11-01T00:00:00Z");
        Dossier.bundled("ukraine-2025").commands().forEach(line -> ledger.logJson(line, UUID.randomUUID()));
        Proposer proposer = new Proposer(state(ledger), persons("ukraine-2025"));
        List<String> missed = new ArrayList<>();
        List<String> sentences = TYPED.lines().toList();
        for (String line : sentences) {
            String[] parts = line.split(" \\| ");
            Proposal proposal = proposer.propose(parts[0], NOW);
            String first = proposal.first().map(ProposalTest::text).orElse("nothing");
            if (!first.equals(parts[1])) {
                missed.add(line + " <- " + first);
            }
        }
        int found = sentences.size() - missed.size();
        assertThat(100 * found / sentences.size())
                .as("%d of %d:%n%s", found, sentences.size(), String.join("\n", missed))
                .isGreaterThanOrEqualTo(TYPED_PERCENT_MIN);
    }

    @Test
    void proposalNamesWhoWhenAndWhere() {
        TestLedger ledger = new TestLedger("ukraine-2025", "2026-11-01T00:00:00Z");
        Dossier.bundled("ukraine-2025").commands().forEach(line -> ledger.logJson(line, UUID.randomUUID()));
        Proposer proposer = new Proposer(state(ledger), persons("ukraine-2025"));
        Proposal rejected =
                proposer.propose("Ayer Putin rechazó el alto el fuego https://www.example.org/a/b?utm_source=x", NOW);
        assertThat(rejected.actors())
                .extracting(ProposedActor::party, ProposedActor::person)
                .containsExactly(tuple("RUS", "Vladimir Putin"));
        assertThat(Objects.requireNonNull(rejected.date()).edtf()).isEqualTo("2026-10-31");
        assertThat(Objects.requireNonNull(rejected.address()).clean()).isEqualTo("https://www.example.org/a/b");
        assertThat(rejected.first().orElseThrow().why()).contains("rechazó");
        // Who acts in a passive sentence comes first.
        assertThat(proposer.propose("The plan of Washington was rejected by Moscow", NOW)
                        .actors())
                .extracting(ProposedActor::party)
                .containsExactly("RUS", "USA");
        assertThat(proposer.propose("Nothing is known here", NOW).first()).isEmpty();
        assertThat(proposer.propose("Ukraine and Russia have not signed an agreement", NOW)
                        .first())
                .isEmpty();
        assertThat(proposer.propose("Russia rejects the exchange All prisoners for all", NOW)
                        .first())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ukraine-2025, 90", "colombia-2012, 80"})
    void commandAndMatterOfMostEntriesComeFirst(String dossier, int percentMin) {
        List<String> missed = new ArrayList<>();
        int all = 0;
        List<KnownPerson> persons = persons(dossier);
        TestLedger ledger = new TestLedger(dossier, "2026-11-01T00:00:00Z");
        for (String line : Dossier.bundled(dossier).commands()) {
            JsonNode command = Json.MAPPER.readTree(line);
            boolean isProposed = ledger.history().lastPosition() > 0
                    && !command.has("target")
                    && !command.path("command").asString().equals("AdmitParty");
            NegotiationView before = isProposed ? state(ledger) : null;
            ledger.logJson(line, UUID.randomUUID());
            if (before == null) {
                continue;
            }
            Proposer proposer = new Proposer(before, persons);
            LedgerEntry entry =
                    entry(ledger, UUID.fromString(command.path("developmentId").asString()));
            for (Language language : Language.values()) {
                String sentence = EntrySentence.of(ledger.history(), entry, language);
                all++;
                Proposal proposal = proposer.propose(sentence, NOW);
                if (!isFirst(command, proposal, before)) {
                    missed.add(command.path("command").asString() + " "
                            + command.path("matter").asString() + " <- "
                            + proposal.first().map(ProposalTest::text).orElse("nothing") + ": " + sentence);
                }
            }
        }
        assertThat(100 * (all - missed.size()) / all)
                .as("%d of %d:%n%s", all - missed.size(), all, String.join("\n", missed))
                .isGreaterThanOrEqualTo(percentMin);
    }

    private static List<KnownPerson> persons(String dossier) {
        return KnownPersons.in(
                Dossier.bundled(dossier).commands().stream().map(line -> (JsonNode) Json.MAPPER.readTree(line)));
    }

    private static NegotiationView state(TestLedger ledger) {
        return Json.MAPPER.treeToValue(
                StateJson.of(ledger.history().state(ledger.history().now(ledger.now()), ledger.now())),
                NegotiationView.class);
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
                .noneMatch(
                        matter -> matter.matter().equals(command.path("matter").asString())
                                && first != null
                                && matter.kind().equals(first.kind()));
        return first != null
                && first.command().equals(command.path("command").asString())
                && (first.matter() == null
                        ? isNew
                        : first.matter().matter().equals(command.path("matter").asString()));
    }

    private static String text(ProposedCommand command) {
        return command.command() + " "
                + (command.matter() == null ? "-" : command.matter().matter());
    }
}
