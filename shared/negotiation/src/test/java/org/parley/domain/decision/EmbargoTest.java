package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.rejectCeasefire;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.history.Standing.CORRECTED;
import static org.parley.domain.history.Standing.DISPUTED;
import static org.parley.domain.history.Standing.EFFECTIVE;
import static org.parley.domain.history.Standing.HELD;
import static org.parley.domain.history.Standing.RETRACTED;
import static org.parley.domain.scenario.CommandFixtures.addSource;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dispute;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.release;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.CommandFixtures.underEmbargo;
import static org.parley.domain.scenario.Scenario.given;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.history.ActiveEmbargo;
import org.parley.domain.matter.Development;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class EmbargoTest {

    private static Scenario rejected() {
        return given(ceasefireProposed("2025-08-13"), named("rejection", rejectCeasefire("2025-08-15")));
    }

    private static boolean isHeld(Scenario story) {
        return story.state().orElseThrow().held();
    }

    @Test
    void marksTheStateUntilReleaseButStaysEffective() {
        Scenario story = rejected().when(hold("rejection", null)).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(isHeld(story)).isTrue();
        assertThat(story.asOf("2025-08-14").orElseThrow().held()).isFalse();

        story.when(release("rejection")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(isHeld(story)).isFalse();
    }

    @Test
    void endsByAnEventAndNotByTheClock() {
        Scenario story = rejected().and(named("hold", hold("rejection", "2025-09-02T06:00Z")));
        story.waitUntil("2025-09-03T06:00:00Z");
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.history().embargo(id("rejection")))
                .contains(new ActiveEmbargo(id("hold"), Edtf.parse("2025-09-02T06:00Z")));
        assertThat(isHeld(story)).isTrue();

        story.when(release("rejection")).thenRecorded();
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(story.history().embargo(id("rejection"))).isEmpty();
        assertThat(isHeld(story)).isFalse();
        story.when(hold("rejection", null)).thenRecorded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-09-01", "2025-09-01T12:02:01Z", "2025-09", "2025", "2025-08-20/2025-09-01", "2025-09-01~"})
    void lastsToTheEndOfTheDate(String until) {
        rejected().when(hold("rejection", until)).thenRecorded();
        rejected().when(underEmbargo(until, ceasefireProposed("2025-08-20"))).thenRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-31", "2025-09-01T12:02:00Z", "2025-09-01T12:00Z", "2025-08", "2024"})
    void anEndInThePastIsRefused(String until) {
        Invalid ofTheHold = rejected().when(hold("rejection", until)).thenRefused(Invalid.class);
        assertThat(ofTheHold.faults().getFirst().pointer()).isEqualTo("/until");
        assertThat(ofTheHold.faults().getFirst().detail()).contains(until, "must lie ahead");

        Invalid ofTheDevelopment = rejected()
                .when(underEmbargo(until, rejectCeasefire("2025-08-16")))
                .thenRefused(Invalid.class);
        assertThat(ofTheDevelopment.faults().getFirst().pointer()).isEqualTo("/embargo");
        assertThat(ofTheDevelopment.faults().getFirst().detail()).contains(until, "must lie ahead");
    }

    @Test
    void getsAnotherEndByHoldingAgain() {
        Scenario story = rejected()
                .and(named("first", hold("rejection", "2025-09-02T06:00Z")))
                .and(named("again", hold("rejection", "2025-09-05")));
        assertThat(story.history().embargo(id("rejection")))
                .contains(new ActiveEmbargo(id("again"), Edtf.parse("2025-09-05")));

        story.when(release("rejection")).thenRecorded();
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
    }

    @Test
    void cannotBeReleasedWithoutEmbargo() {
        NotApplicable refusal = rejected().when(release("rejection")).thenRefused(NotApplicable.class);
        assertThat(refusal.standing()).isEqualTo(EFFECTIVE);
        rejected()
                .and(hold("rejection", null), release("rejection"))
                .when(release("rejection"))
                .thenRefused(NotApplicable.class);
    }

    @Test
    void mayBeginWithTheRecording() {
        Scenario story = given(ceasefireProposed("2025-08-13"))
                .when(underEmbargo("2025-09-05", named("rejection", rejectCeasefire("2025-08-15"))))
                .thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.history().embargo(id("rejection")))
                .contains(new ActiveEmbargo(id("rejection"), Edtf.parse("2025-09-05")));
        assertThat(isHeld(story)).isTrue();
        assertThat(story.effective().getLast().development().embargo()).isNull();

        story.and(named("again", hold("rejection", null)));
        assertThat(story.history().embargo(id("rejection"))).contains(new ActiveEmbargo(id("again"), null));
        story.and(release("rejection"));
        assertThat(isHeld(story)).isFalse();
    }

    @Test
    void appliesToOneEntry() {
        Scenario story = rejected()
                .and(
                        named("correction", correct("rejection", rejectCeasefire("2025-08-16"))),
                        hold("correction", null));
        assertThat(story.standing("rejection")).isEqualTo(CORRECTED);
        assertThat(story.standing("correction")).isEqualTo(HELD);
        assertThat(isHeld(story)).isTrue();
        story.when(release("rejection")).thenRefused(NotApplicable.class);

        story.and(retract("correction"));
        assertThat(isHeld(story)).isFalse();
        story.when(release("correction")).thenRecorded();
    }

    @Test
    void ofAnEditorialEventBeginsWithItsRecording() {
        Scenario story = rejected().and(underEmbargo(null, named("source", addSource("rejection", "TASS"))));
        assertThat(story.standing("source")).isEqualTo(HELD);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(isHeld(story)).isFalse();
        story.when(hold("source", "2025-09-05")).thenRecorded();
        story.when(release("source")).thenRecorded();
        story.when(hold("source", null)).thenRefused(NotApplicable.class);
        assertThat(story.standing("source")).isEqualTo(EFFECTIVE);
    }

    @Test
    void ofARetractionDoesNotUndoIt() {
        Scenario story = rejected().and(underEmbargo(null, named("retraction", retract("rejection"))));
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.standing("retraction")).isEqualTo(HELD);
        story.and(release("retraction"));
        assertThat(story.standing("retraction")).isEqualTo(EFFECTIVE);
    }

    @Test
    void takesPrecedenceOverADispute() {
        Scenario story = rejected().and(dispute("rejection"), hold("rejection", null));

        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        story.and(release("rejection"));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
    }

    @Test
    void ofARetractedEntryCanOnlyBeReleased() {
        rejected().and(retract("rejection")).when(hold("rejection", null)).thenRefused(NotApplicable.class);

        Scenario story = rejected().and(hold("rejection", null), retract("rejection"));
        story.when(release("rejection")).thenRecorded();
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
    }

    @Test
    void cannotBeRetracted() {
        Scenario story = rejected().and(named("hold", hold("rejection", null)));
        assertThat(story.when(retract("hold")).thenRefused(NotApplicable.class).text())
                .contains("ReleaseDevelopment", "HoldDevelopment");
        story.and(named("release", release("rejection")));
        story.when(retract("release")).thenRefused(NotApplicable.class);
    }

    @Test
    void ofAnOpeningOrAdmissionBeginsOnlyWithItsRecording() {
        CommandEnvelope opening = undated(new OpenNegotiation("Talks", null));
        CommandEnvelope admission = undated(new AdmitParty(new PartyCode("TUR"), "Türkiye", PartyKind.STATE, null));
        Scenario open = given(named("opening", opening), named("admission", admission));
        open.when(hold("opening", null)).thenRefused(NotApplicable.class);
        open.when(hold("admission", null)).thenRefused(NotApplicable.class);

        Scenario held =
                given(underEmbargo(null, named("opening", opening)), underEmbargo(null, named("admission", admission)));
        assertThat(held.standing("opening")).isEqualTo(HELD);
        assertThat(held.ledger().history().state(Instant.MAX, Instant.MAX).held())
                .isTrue();
        held.when(hold("admission", "2025-09-05")).thenRecorded();
        held.when(release("opening")).thenRecorded();
        held.when(release("admission")).thenRecorded();
        assertThat(held.ledger().history().state(Instant.MAX, Instant.MAX).held())
                .isFalse();
    }

    @Test
    void ofAHoldOrAReleaseIsRefused() {
        rejected().when(underEmbargo(null, hold("rejection", null))).thenRefused(Invalid.class);
    }

    @Test
    void ofEarlierRulesFolds() {
        Scenario story = rejected();
        record(story, "past", new DevelopmentHeld(id("rejection"), Edtf.parse("2025-08-20"), null));
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        record(story, "undone", new DevelopmentRetracted(id("past"), "a mistake"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        story.when(retract("undone")).thenRefused(NotApplicable.class);
        record(story, "released", new DevelopmentReleased(id("rejection")));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        story.when(hold("rejection", null)).thenRecorded();
    }

    private static void record(Scenario story, String name, EditorialEvent event) {
        CommandEnvelope as = named(name, release("rejection"));
        story.ledger().record(as, new Development(event, null, null, null, null, List.<PartyCode>of()));
    }
}
