package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.acceptCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireStatus.AGREED;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.domain.demand.DemandStatus.CONCEDED;
import static org.parley.domain.demand.DemandStatus.REFUSED;
import static org.parley.domain.demand.DemandStatus.STANDING;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dispute;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.ceasefire.CeasefireDetail;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.domain.ceasefire.ConditionalAnswer;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.demand.DemandCommand.ConcedeDemand;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.demand.DemandCommand.RefuseDemand;
import org.parley.domain.demand.DemandDetail;
import org.parley.domain.history.Standing;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;

/** A history with developments of earlier rules always folds and never makes a later command impossible. */
class EarlierRulesTest {

    /** The European Union conceded a demand that was made of Ukraine alone. */
    private static Scenario concededByAnotherParty() {
        return given(named("demand", made("2025-08-15", "UKR")))
                .givenUnderEarlierRules(named("stray", conceded("2025-08-16", "EU")));
    }

    @Test
    void isDisregardedIfImpossibleToday() {
        Scenario story = concededByAnotherParty();

        assertThat(story.thenState(STANDING)
                        .detail(DemandDetail.class)
                        .concededBy()
                        .isEmpty())
                .isTrue();
        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isTrue();
        assertThat(story.history().isDisregarded(CommandFixtures.id("demand"))).isFalse();
        assertThat(story.standing("stray")).isEqualTo(Standing.EFFECTIVE);
        assertThat(story.effective()).hasSize(2);
    }

    @Test
    void allowsLaterDevelopments() {
        concededByAnotherParty()
                .when(on("2025-08-17", new RefuseDemand(Actors.of("UKR"), null)))
                .thenState(REFUSED)
                .when(conceded("2025-08-18", "UKR"))
                .thenState(CONCEDED);
    }

    @Test
    void allowsLateEntriesBeforeIt() {
        concededByAnotherParty()
                .when(on("2025-08-15T12:00Z", new RefuseDemand(Actors.of("UKR"), null)))
                .thenState(REFUSED);
    }

    @Test
    void allowsRetractionOfDevelopmentsBeforeIt() {
        Scenario story = concededByAnotherParty().and(named("retraction", retract("demand")));
        assertThat(story.state()).isEmpty();

        story.when(retract("retraction")).thenState(STANDING);
    }

    @Test
    void canBeRetractedAndRestored() {
        Scenario story = concededByAnotherParty()
                .when(named("retraction", retract("stray")))
                .thenState(STANDING)
                .when(retract("retraction"))
                .thenState(STANDING);

        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isTrue();
    }

    @Test
    void canBeCorrectedToAPossibleDevelopment() {
        Scenario story = concededByAnotherParty()
                .when(named("correction", correct("stray", conceded("2025-08-16", "UKR"))))
                .thenState(CONCEDED);
        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isFalse();

        story.when(retract("correction")).thenState(STANDING);
        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isTrue();
    }

    @Test
    void cannotBeCorrectedToAnImpossibleDevelopment() {
        NotPossible refusal = concededByAnotherParty()
                .when(correct("stray", conceded("2025-08-17", "EU")))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("EU is not among them");
    }

    @Test
    void isRegardedWhileACorrectionMakesItPossible() {
        Scenario story = concededByAnotherParty()
                .when(named("correction", correct("demand", made("2025-08-15", "EU"))))
                .thenState(CONCEDED);
        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isFalse();

        story.when(retract("correction")).thenState(STANDING);
        assertThat(story.history().isDisregarded(CommandFixtures.id("stray"))).isTrue();
    }

    @Test
    void developmentsOfThePresentRulesAreNotDisregarded() {
        NotPossible refusal = concededByAnotherParty()
                .and(named("concession", conceded("2025-08-17", "UKR")))
                .when(retract("demand"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(CommandFixtures.id("concession"));
    }

    @Test
    void aDisputeAboutItMarksNoState() {
        Scenario story = concededByAnotherParty().and(dispute("stray")).thenState(STANDING);

        assertThat(story.state().orElseThrow().disputed()).isFalse();
        assertThat(story.asOf("2025-08-17").orElseThrow().disputed()).isFalse();
        assertThat(story.standing("stray")).isEqualTo(Standing.DISPUTED);
    }

    @Test
    void anAcceptanceWithConditionsIsUpcastToAnAnswer() {
        Scenario story = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "UKR"))
                .givenUnderEarlierRules(
                        on("2025-08-15", new AcceptCeasefire(Actors.of("RUS"), "no more arms")),
                        new CeasefireAccepted(Actors.of("RUS"), "no more arms"))
                .thenState(PROPOSED);

        assertThat(story.detail(CeasefireDetail.class).conditionalBy())
                .containsExactly(new ConditionalAnswer(new PartyCode("RUS"), "no more arms"));
        assertThat(story.effectiveTypes()).last().isEqualTo("CeasefireAccepted");
        story.when(acceptCeasefire("2025-08-16", "RUS")).thenState(AGREED);
    }

    /** Under earlier rules a refusal by a party without a say led to REJECTED, and another proposal followed. */
    @Test
    void aProposalAfterAnIrrelevantRefusalIsDisregarded() {
        given(ceasefireProposed("2025-08-13"))
                .givenUnderEarlierRules(
                        rejectCeasefire("2025-08-14", "EU"), named("second", ceasefireProposed("2025-08-15")))
                .when(acceptCeasefire("2025-08-16", "RUS", "UKR"))
                .thenState(AGREED)
                .when(declareCeasefire("2025-08-17", "USA"))
                .thenState(IN_FORCE);
    }

    private static CommandEnvelope made(String date, String of) {
        return on(date, new MakeDemand(Actors.of("RUS"), Actors.of(of), "the Donbas", null, null));
    }

    private static CommandEnvelope conceded(String date, String by) {
        return on(date, new ConcedeDemand(Actors.of(by), null));
    }
}
