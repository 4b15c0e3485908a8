package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.endCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.retract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireStatus;
import org.parley.domain.decision.GroupDecider.DecidedGroup;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.StoppedByGroup;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.InMemoryLedger;

/** Commands of one matter that are recorded together, or not at all. */
class GroupTest {
    private final InMemoryLedger ledger = new InMemoryLedger(
            CommandFixtures.NEGOTIATION,
            Instant.parse("2025-09-01T00:00:00Z"),
            Stream.of("USA", "RUS", "UKR")
                    .map(PartyCode::new)
                    .map(code -> new Party(code, code.text(), PartyKind.STATE))
                    .toList());

    @Test
    void anEarlierRoundIsPossibleOnlyTogether() {
        ledger.log(named("later", declareCeasefire("2025-08-20", "RUS")));
        CommandEnvelope begin = named("begin", declareCeasefire("2025-08-01", "RUS"));
        CommandEnvelope end = named("end", endCeasefire("2025-08-05"));

        assertThat(refusalOf(begin)).isInstanceOf(NotPossible.class);
        assertThat(refusalOf(end)).isInstanceOf(NotPossible.class);
        assertThat(effective(decide(begin, end).history()))
                .containsExactly("CeasefireTookEffect", "CeasefireEnded", "CeasefireTookEffect");
        assertThat(decide(end, begin).history().effective()).hasSize(3);
    }

    @Test
    void theOrderOfTheCommandsIsTheOrderOfThePositions() {
        DecidedGroup group =
                decide(named("end", endCeasefire("2025-08-05")), named("begin", declareCeasefire("2025-08-01", "RUS")));

        List<LedgerEntry> entries = group.history().entries();
        assertThat(entries).extracting(LedgerEntry::developmentId).containsExactly(id("end"), id("begin"));
        assertThat(entries).extracting(LedgerEntry::position).containsExactly(1L, 2L);
        assertThat(entries).extracting(LedgerEntry::continued).containsExactly(true, false);
        assertThat(entries.get(0).recordedAt()).isBefore(entries.get(1).recordedAt());
        assertThat(group.history().state().orElseThrow().status()).isEqualTo(CeasefireStatus.ENDED);
    }

    @Test
    void twoDatesAreExchanged() {
        ledger.log(named("first", declareCeasefire("2025-08-01", "RUS")));
        ledger.log(named("end", endCeasefire("2025-08-05")));
        ledger.log(named("second", declareCeasefire("2025-08-09", "UKR")));
        CommandEnvelope first = correct("first", declareCeasefire("2025-08-09", "RUS"));
        CommandEnvelope second = correct("second", declareCeasefire("2025-08-01", "UKR"));

        assertThat(refusalOf(first)).isInstanceOf(NotPossible.class);
        assertThat(refusalOf(second)).isInstanceOf(NotPossible.class);
        assertThat(decide(first, second).history().effective())
                .extracting(Occurrence::developmentId)
                .containsExactly(id("second"), id("end"), id("first"));
    }

    @Test
    void aFalseProposalIsRetractedWithItsAnswers() {
        ledger.log(named("proposal", ceasefireProposed("2025-08-13")));
        ledger.log(named("yes", acceptCeasefire("2025-08-14", "UKR")));
        ledger.log(named("no", rejectCeasefire("2025-08-15")));

        assertThat(refusalOf(retract("proposal"))).isInstanceOf(NotPossible.class);
        DecidedGroup all = decide(retract("proposal"), retract("yes"), retract("no"));
        assertThat(all.history().effective()).isEmpty();
        assertThat(ledger.historyOf(all.history().address()).version()).isEqualTo(3);
    }

    @Test
    void aRetractionThatWouldFellOthersNamesThem() {
        ledger.log(named("proposal", ceasefireProposed("2025-08-13")));
        ledger.log(named("yes", acceptCeasefire("2025-08-14", "UKR")));
        ledger.log(named("no", rejectCeasefire("2025-08-15")));
        CommandEnvelope proposal = named("retraction", retract("proposal"));

        GroupRefusedException refused = refused(proposal, retract("yes"));

        NotPossible own = (NotPossible) refused.refusals().get(0);
        assertThat(own.text())
                .startsWith("Cannot retract that on 13 August 2025 USA proposed the ceasefire")
                .contains(id("no").toString());
        assertThat(own.conflicts())
                .extracting(NotPossible.Conflict::developmentId)
                .containsExactly(id("no"));
        StoppedByGroup stopped = (StoppedByGroup) refused.refusals().get(1);
        assertThat(stopped.by()).containsExactly(id("retraction"));
        assertThat(stopped.text()).contains(id("retraction").toString());
    }

    @Test
    void anImpossibleCommandIsNamedAndTheOthersAreStoppedByIt() {
        ledger.log(named("proposal", ceasefireProposed("2025-08-13")));

        GroupRefusedException refused = refused(
                named("good", acceptCeasefire("2025-08-14", "UKR")), named("bad", rejectCeasefire("2025-08-10")));

        assertThat(refused.refusals().get(0)).isEqualTo(new StoppedByGroup(List.of(id("bad"))));
        NotPossible own = (NotPossible) refused.refusals().get(1);
        assertThat(own.text()).startsWith("Cannot record that RUS rejected the ceasefire");
        assertThat(own.conflictsWith()).isEqualTo(id("proposal"));
    }

    @Test
    void aCommandMayReferToAnEarlierOneOfItsGroup() {
        DecidedGroup group = decide(
                named("proposal", ceasefireProposed("2025-08-13")),
                correct("proposal", ceasefireProposed("2025-08-12")));

        assertThat(group.history().effective()).hasSize(1);
        assertThat(group.history().effective().getFirst().development().occurred())
                .hasToString("2025-08-12");
        assertThat(refused(
                                correct("proposal", ceasefireProposed("2025-08-12")),
                                named("proposal", ceasefireProposed("2025-08-13")))
                        .refusals()
                        .getFirst())
                .isInstanceOf(UnknownDevelopment.class);
    }

    @Test
    void whatDependsOnARefusedCommandIsStopped() {
        GroupRefusedException refused = refused(
                named("future", dated(org.parley.domain.time.Edtf.parse("2031"), ceasefireProposed("2025-08-13"))),
                retract("future"));

        assertThat(refused.refusals().get(0)).isInstanceOf(Refusal.Invalid.class);
        assertThat(refused.refusals().get(1)).isEqualTo(new StoppedByGroup(List.of(id("future"))));
    }

    @Test
    void aMatterIsBegunByOneOfTheGroup() {
        assertThat(refused(endCeasefire("2025-08-05"), rejectCeasefire("2025-08-06"))
                        .refusals())
                .allMatch(UnknownMatter.class::isInstance);
    }

    /** What was accepted only with the rest of its group is not taken for an event of earlier rules. */
    @Test
    void aGroupIsOfTodaysRules() {
        record(endCeasefire("2025-08-05"), named("begin", declareCeasefire("2025-08-01", "RUS")));

        assertThat(refusalOf(retract("begin"))).isInstanceOf(NotPossible.class);
    }

    private void record(CommandEnvelope... commands) {
        DecidedGroup group = decide(commands);
        for (LedgerEntry entry : group.history().entries()) {
            ledger.history().record(entry);
        }
    }

    private DecidedGroup decide(CommandEnvelope... commands) {
        return GroupDecider.decide(ledger.historyOf(commands[0].matter()), List.of(commands), ledger.decisionContext());
    }

    private GroupRefusedException refused(CommandEnvelope... commands) {
        return catchThrowableOfType(GroupRefusedException.class, () -> decide(commands));
    }

    private Refusal refusalOf(CommandEnvelope command) {
        return catchThrowableOfType(CommandRefusedException.class, () -> ledger.decide(command))
                .refusal();
    }

    private static List<String> effective(RecordedHistory history) {
        List<String> types = new ArrayList<>();
        history.effective().forEach(each -> types.add(each.event().type()));
        return types;
    }
}
