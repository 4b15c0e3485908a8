package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.acceptCeasefire;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.AGREED;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.demand.DemandStatus.CONCEDED;
import static org.parley.demand.DemandStatus.REFUSED;
import static org.parley.demand.DemandStatus.STANDING;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.dispute;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.retract;

import org.junit.jupiter.api.Test;
import org.parley.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.ceasefire.CeasefireDetail;
import org.parley.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.ceasefire.ConditionalAnswer;
import org.parley.demand.DemandCommand.ConcedeDemand;
import org.parley.demand.DemandCommand.MakeDemand;
import org.parley.demand.DemandCommand.RefuseDemand;
import org.parley.demand.DemandDetail;
import org.parley.history.Refusal.NotPossible;
import org.parley.party.Actors;
import org.parley.party.PartyCode;

/** A history with developments of earlier rules always folds and never makes a later command impossible. */
class EarlierRulesTest {

    /** The European Union conceded a demand that was made of Ukraine alone. */
    private static Story concededByAnotherParty() {
        return given(as("demand", made("2025-08-15", "UKR"))).formerly(as("stray", conceded("2025-08-16", "EU")));
    }

    @Test
    void isDisregardedIfImpossibleToday() {
        Story story = concededByAnotherParty();

        assertThat(story.thenState(STANDING)
                        .detail(DemandDetail.class)
                        .concededBy()
                        .isEmpty())
                .isTrue();
        assertThat(story.history().isDisregarded(Telling.id("stray"))).isTrue();
        assertThat(story.history().isDisregarded(Telling.id("demand"))).isFalse();
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
        Story story = concededByAnotherParty().and(as("retraction", retract("demand")));
        assertThat(story.state()).isEmpty();

        story.when(retract("retraction")).thenState(STANDING);
    }

    @Test
    void canBeRetractedAndRestored() {
        Story story = concededByAnotherParty()
                .when(as("retraction", retract("stray")))
                .thenState(STANDING)
                .when(retract("retraction"))
                .thenState(STANDING);

        assertThat(story.history().isDisregarded(Telling.id("stray"))).isTrue();
    }

    @Test
    void canBeCorrectedToAPossibleDevelopment() {
        Story story = concededByAnotherParty()
                .when(as("correction", correct("stray", conceded("2025-08-16", "UKR"))))
                .thenState(CONCEDED);
        assertThat(story.history().isDisregarded(Telling.id("stray"))).isFalse();

        story.when(retract("correction")).thenState(STANDING);
        assertThat(story.history().isDisregarded(Telling.id("stray"))).isTrue();
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
        Story story = concededByAnotherParty()
                .when(as("correction", correct("demand", made("2025-08-15", "EU"))))
                .thenState(CONCEDED);
        assertThat(story.history().isDisregarded(Telling.id("stray"))).isFalse();

        story.when(retract("correction")).thenState(STANDING);
        assertThat(story.history().isDisregarded(Telling.id("stray"))).isTrue();
    }

    @Test
    void developmentsOfThePresentRulesAreNotDisregarded() {
        NotPossible refusal = concededByAnotherParty()
                .and(as("concession", conceded("2025-08-17", "UKR")))
                .when(retract("demand"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(Telling.id("concession"));
    }

    @Test
    void aDisputeAboutItMarksNoState() {
        Story story = concededByAnotherParty().and(dispute("stray")).thenState(STANDING);

        assertThat(story.state().orElseThrow().disputed()).isFalse();
        assertThat(story.asOf("2025-08-17").orElseThrow().disputed()).isFalse();
        assertThat(story.standing("stray")).isEqualTo(Standing.DISPUTED);
    }

    @Test
    void anAcceptanceWithConditionsIsUpcastToAnAnswer() {
        Story story = given(ceasefireProposed("2025-08-13"), acceptCeasefire("2025-08-14", "UKR"))
                .formerly(
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
                .formerly(rejectCeasefire("2025-08-14", "EU"), as("second", ceasefireProposed("2025-08-15")))
                .when(acceptCeasefire("2025-08-16", "RUS", "UKR"))
                .thenState(AGREED)
                .when(declareCeasefire("2025-08-17", "USA"))
                .thenState(IN_FORCE);
    }

    private static LogDevelopment made(String date, String of) {
        return on(date, new MakeDemand(Actors.of("RUS"), Actors.of(of), "the Donbas", null));
    }

    private static LogDevelopment conceded(String date, String by) {
        return on(date, new ConcedeDemand(Actors.of(by), null));
    }
}
