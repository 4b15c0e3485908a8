package org.parley.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.demand.DemandStatus.CONCEDED;
import static org.parley.domain.demand.DemandStatus.DROPPED;
import static org.parley.domain.demand.DemandStatus.REFUSED;
import static org.parley.domain.demand.DemandStatus.STANDING;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.demand.DemandCommand.ConcedeDemand;
import org.parley.domain.demand.DemandCommand.DropDemand;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.demand.DemandCommand.RefuseDemand;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;

class DemandTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.DEMAND, """
                        MakeDemand, DemandMade: -,STANDING,REFUSED,CONCEDED,DROPPED -> STANDING new
                        RefuseDemand, DemandRefused: STANDING,REFUSED -> REFUSED !
                        ConcedeDemand, DemandConceded: STANDING,REFUSED -> CONCEDED? !
                        DropDemand, DemandDropped: STANDING,REFUSED -> DROPPED !""").isTheRule();
    }

    @Test
    void collectsRefusalsUntilItIsMadeAgain() {
        Scenario story = given(made("2025-08-15", true, "UKR", "EU"))
                .thenState(STANDING)
                .when(refused("2025-08-16", "UKR"))
                .thenState(REFUSED)
                .when(refused("2025-08-17", "EU"))
                .thenState(REFUSED);
        assertThat(detail(story).refusedBy()).isEqualTo(parties("UKR", "EU"));
        assertThat(detail(story).precondition()).isTrue();

        story.when(made("2025-08-18", null, "UKR")).thenState(STANDING);
        assertThat(detail(story).refusedBy()).isEqualTo(Parties.NONE);
        assertThat(detail(story).precondition()).isFalse();
    }

    @Test
    void isConcededOnceAllAddresseesConcede() {
        Scenario story = given(made("2025-08-15", null, "UKR", "EU"))
                .when(conceded("2025-08-16", "UKR"))
                .thenState(STANDING);
        assertThat(detail(story).concededBy()).isEqualTo(parties("UKR"));

        story.when(conceded("2025-08-17", "EU")).thenState(CONCEDED);
    }

    @Test
    void theLatestAnswerOfAPartyApplies() {
        Scenario story = given(made("2025-08-15", null, "UKR", "EU"), conceded("2025-08-16", "UKR"))
                .when(refused("2025-08-17", "UKR"))
                .thenState(REFUSED)
                .when(conceded("2025-08-18", "EU"))
                .thenState(REFUSED);
        assertThat(detail(story).concededBy()).isEqualTo(parties("EU"));
        assertThat(detail(story).refusedBy()).isEqualTo(parties("UKR"));

        story.when(conceded("2025-08-19", "UKR")).thenState(CONCEDED);
        assertThat(detail(story).refusedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void canBeRefusedOrConcededOnlyByItsAddressees() {
        Scenario story = given(made("2025-08-15", null, "UKR"));

        assertThat(story.when(refused("2025-08-16", "UKR", "EU"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("only those of whom it is demanded may refuse it (UKR), and EU is not among them");
        assertThat(story.when(conceded("2025-08-16", "EU", "USA"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("only those of whom it is demanded may concede it (UKR), and EU and USA are not among them");
        story.thenState(STANDING);
    }

    @Test
    void canBeDroppedOnlyByItsMakers() {
        Scenario story = given(made("2025-08-15", null, "UKR"));
        assertThat(story.when(dropped("2025-08-16", "USA"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("only those who made it may drop it (RUS), and USA is not among them");

        story.when(dropped("2025-08-16", "RUS")).thenState(DROPPED);
        assertThat(detail(story).endedBy()).isEqualTo(parties("RUS"));
        story.when(made("2025-08-17", null, "UKR")).thenState(STANDING);
        assertThat(detail(story).endedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void canBeDroppedByNobodyInParticular() {
        given(made("2025-08-15", null, "UKR"))
                .when(on("2025-08-16", new DropDemand(null, "nobody speaks of it")))
                .thenState(DROPPED);
    }

    @Test
    void canBeMadeAgainAfterItWasConceded() {
        given(made("2025-08-15", null, "UKR"), conceded("2025-08-18", "UKR"))
                .thenState(CONCEDED)
                .when(made("2025-08-19", null, "UKR"))
                .thenState(STANDING);
    }

    @Test
    void guardsApplyToCorrections() {
        Scenario story =
                given(named("demand", made("2025-08-15", null, "UKR")), named("refusal", refused("2025-08-16", "UKR")));

        assertThat(story.when(correct("refusal", refused("2025-08-16", "EU")))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("EU is not among them");
        NotPossible fallen =
                story.when(correct("demand", made("2025-08-15", null, "EU"))).thenRefused(NotPossible.class);
        assertThat(fallen.conflictsWith()).isEqualTo(CommandFixtures.id("refusal"));
        assertThat(fallen.text()).contains("UKR is not among them");
    }

    @Test
    void hasADeadline() {
        Scenario story = given(on(
                "2025-08-15",
                new MakeDemand(Actors.of("RUS"), Actors.of("UKR"), "The Donbas.", true, Edtf.parse("2025-09-30"))));

        assertThat(detail(story).deadline()).isEqualTo(Edtf.parse("2025-09-30"));
        assertThat(said(story))
                .isEqualTo("On 15 August 2025, RUS demanded of UKR (“alaska”), as a precondition, by 30 September"
                        + " 2025: The Donbas.");
        story.and(refused("2025-08-16", "UKR"));
        assertThat(detail(story).deadline()).isEqualTo(Edtf.parse("2025-09-30"));
        story.and(on("2025-08-17", new DropDemand(null, null)));
        assertThat(said(story)).endsWith("the demand “alaska” was dropped.");
    }

    private static String said(Scenario story) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().getLast());
    }

    private static DemandDetail detail(Scenario story) {
        return story.detail(DemandDetail.class);
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }

    private static CommandEnvelope made(String date, @Nullable Boolean precondition, String... of) {
        return on(date, new MakeDemand(Actors.of("RUS"), Actors.of(of), "the Donbas", precondition, null));
    }

    private static CommandEnvelope refused(String date, String... by) {
        return on(date, new RefuseDemand(Actors.of(by), "never"));
    }

    private static CommandEnvelope conceded(String date, String... by) {
        return on(date, new ConcedeDemand(Actors.of(by), "for peace"));
    }

    private static CommandEnvelope dropped(String date, String... by) {
        return on(date, new DropDemand(Actors.of(by), null));
    }
}
