package org.parley.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.ofMatter;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.history.ImpossibleHistoryException;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.ShortName;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.ConcludeNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.QuestionCommand.StatePosition;
import org.parley.domain.question.Stance;
import org.parley.domain.question.Theme;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class NegotiationHistoryTest {

    @Test
    void beforeItsOpeningItIsNotOpenedButItsMattersExist() {
        Scenario story = given(
                titled("Ukraine", on("2025-02-12", new OpenNegotiation("Ukraine", null))),
                undated(new AdmitParty(new PartyCode("POL"), "Poland", PartyKind.STATE, null)),
                ofMatter("old", signed("1997-05-31")));

        NegotiationState before = asOf(story, "2000-01-01");
        assertThat(before.status()).isEqualTo(NegotiationState.NOT_OPENED);
        assertThat(before.since()).isNull();
        assertThat(before.parties()).isEmpty();
        assertThat(before.matters()).singleElement().satisfies(matter -> assertThat(matter.address())
                .hasToString("ukraine-2025/agreement/old"));
        assertThat(asOf(story, "1990").matters()).isEmpty();

        NegotiationState after = asOf(story, "2025-02-12");
        assertThat(after.status()).isEqualTo("OPEN");
        assertThat(after.title()).isEqualTo("Ukraine");
        assertThat(after.since()).isEqualTo(Edtf.parse("2025-02-12"));
        assertThat(after.parties()).extracting(party -> party.code().text()).containsExactly("POL");
        assertThat(after.through()).isEqualTo(3);
    }

    @Test
    void openedWithoutADateItIsOpenBeforeEverything() {
        Scenario story = given(undated(new OpenNegotiation("Ukraine", null)));

        assertThat(asOf(story, "0000").status()).isEqualTo("OPEN");
    }

    @Test
    void itsStatusDoesNotRestrictItsMatters() {
        given(undated(new OpenNegotiation("Ukraine", null)), on("2025-08-10", new ConcludeNegotiation(null)))
                .when(ceasefireProposed("2025-08-13"))
                .thenRecorded();
    }

    @Test
    void listsMattersPositionsAndPackagesInOrder() {
        Scenario story = given(
                undated(new RaiseQuestion("Who?", Theme.TERRITORY)),
                ofMatter("b", proposed("2025-08-18", "paris")),
                ofMatter("a", proposed("2025-08-19", "paris")),
                ofMatter("c", proposed("2025-08-19", null)),
                ceasefireProposed("2025-08-13"),
                on("2025-08-20", new StatePosition(Actors.of("RUS"), Stance.OPPOSES, "no", null)));
        NegotiationState state = asOf(story, "2026");

        assertThat(state.matters())
                .extracting(matter ->
                        matter.address().kind().slug() + "/" + matter.address().slug())
                .containsExactly("ceasefire/alaska", "guarantee/a", "guarantee/b", "guarantee/c", "question/alaska");
        assertThat(state.positions()).singleElement().satisfies(stated -> {
            assertThat(stated.question().slug()).isEqualTo("alaska");
            assertThat(stated.position().stance()).isEqualTo(Stance.OPPOSES);
        });
        assertThat(state.packages()).containsExactly(new GuaranteePackage("paris", List.of("a", "b")));
    }

    @Test
    void earlierKnowledgeIsAPrefixOfTheTrail() {
        Scenario story = given(
                named("proposal", ceasefireProposed("2025-08-13")),
                named("rejection", rejectCeasefire("2025-08-15")),
                correct("rejection", rejectCeasefire("2025-08-16")),
                retract("rejection"));
        List<LedgerEntry> trail = story.ledger().trail();

        assertThat(statusOf(trail.subList(0, 1), "2025-08-16")).isEqualTo("PROPOSED");
        assertThat(statusOf(trail.subList(0, 2), "2025-08-15")).isEqualTo("REJECTED");
        assertThat(statusOf(trail.subList(0, 3), "2025-08-15")).isEqualTo("PROPOSED");
        assertThat(statusOf(trail.subList(0, 3), "2025-08-16")).isEqualTo("REJECTED");
        assertThat(statusOf(trail, "2025-08-16")).isEqualTo("PROPOSED");
    }

    @Test
    void acceptsOnlyTheNextEntry() {
        Scenario story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-15"));
        List<LedgerEntry> trail = story.ledger().trail();

        NegotiationHistory history = NegotiationHistory.of(CommandFixtures.NEGOTIATION, trail.subList(0, 1));
        assertThatThrownBy(() -> history.record(trail.get(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NegotiationHistory.of(CommandFixtures.NEGOTIATION, trail.subList(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NegotiationHistory.of("other", trail)).isInstanceOf(IllegalArgumentException.class);
        assertThat(history.lastPosition()).isEqualTo(1);
        history.record(trail.get(1));
        assertThat(history.lastPosition()).isEqualTo(2);
    }

    @Test
    void aDamagedRecordFailsNamingTheDevelopment() {
        List<LedgerEntry> trail = given(
                        ceasefireProposed("2025-08-13"), named("rejection", rejectCeasefire("2025-08-15")))
                .ledger()
                .trail();
        MatterAddress matter = trail.get(0).matter();

        UUID orphan = UUID.randomUUID();
        Development dangling =
                new Development(new DevelopmentRetracted(UUID.randomUUID(), "no"), null, null, null, null, List.of());
        assertThatThrownBy(() -> new RecordedHistory(matter)
                        .record(new LedgerEntry(orphan, matter, 1, Instant.EPOCH, "e", dangling)))
                .isInstanceOf(ImpossibleHistoryException.class)
                .hasMessageContaining(orphan.toString());
    }

    private static NegotiationState asOf(Scenario story, String date) {
        return story.ledger()
                .history()
                .state(Edtf.parse(date).end(), story.ledger().now());
    }

    private static String statusOf(List<LedgerEntry> trail, String date) {
        return NegotiationHistory.of(CommandFixtures.NEGOTIATION, trail)
                .state(Edtf.parse(date).end(), trail.get(trail.size() - 1).recordedAt())
                .matters()
                .get(0)
                .status()
                .name();
    }

    private static CommandEnvelope signed(String date) {
        return on(date, new SignBilateralAgreement(Actors.of("RUS", "UKR"), null, null, null, null, null, null, null));
    }

    private static CommandEnvelope proposed(String date, @Nullable String partOf) {
        return on(
                date,
                new ProposeGuarantee(
                        Actors.of("FRA"),
                        Actors.of("UKR"),
                        null,
                        GuaranteeForm.BACKSTOP,
                        null,
                        null,
                        partOf == null ? null : new ShortName(partOf),
                        null,
                        null));
    }
}
