package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.history.Standing.CORRECTED;
import static org.parley.history.Standing.DISPUTED;
import static org.parley.history.Standing.EFFECTIVE;
import static org.parley.history.Standing.HELD;
import static org.parley.history.Standing.RETRACTED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.addSource;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.dispute;
import static org.parley.history.Telling.hold;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.release;
import static org.parley.history.Telling.retract;
import static org.parley.history.Telling.undated;
import static org.parley.history.Telling.underEmbargo;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refusal.NotApplicable;
import org.parley.matter.Development;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.time.Edtf;

class EmbargoTest {

    private static Story rejected() {
        return given(ceasefireProposed("2025-08-13"), as("rejection", rejectCeasefire("2025-08-15")));
    }

    private static boolean isHeld(Story story) {
        return story.state().orElseThrow().held();
    }

    @Test
    void marksTheStateUntilReleaseButStaysEffective() {
        Story story = rejected().when(hold("rejection", null)).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(isHeld(story)).isTrue();
        assertThat(story.asOf("2025-08-14").orElseThrow().held()).isFalse();

        story.when(release("rejection")).thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        assertThat(isHeld(story)).isFalse();
    }

    @Test
    void endsByAnEventAndNotByTheClock() {
        Story story = rejected().and(as("hold", hold("rejection", "2025-09-02T06:00Z")));
        story.later("2025-09-03T06:00:00Z");
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.history().embargo(id("rejection")))
                .contains(new StandingEmbargo(id("hold"), Edtf.parse("2025-09-02T06:00Z")));
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
        Story story = rejected()
                .and(as("first", hold("rejection", "2025-09-02T06:00Z")))
                .and(as("again", hold("rejection", "2025-09-05")));
        assertThat(story.history().embargo(id("rejection")))
                .contains(new StandingEmbargo(id("again"), Edtf.parse("2025-09-05")));

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
        Story story = given(ceasefireProposed("2025-08-13"))
                .when(underEmbargo("2025-09-05", as("rejection", rejectCeasefire("2025-08-15"))))
                .thenState(REJECTED);
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.history().embargo(id("rejection")))
                .contains(new StandingEmbargo(id("rejection"), Edtf.parse("2025-09-05")));
        assertThat(isHeld(story)).isTrue();
        assertThat(story.effective().getLast().development().embargo()).isNull();

        story.and(as("again", hold("rejection", null)));
        assertThat(story.history().embargo(id("rejection"))).contains(new StandingEmbargo(id("again"), null));
        story.and(release("rejection"));
        assertThat(isHeld(story)).isFalse();
    }

    @Test
    void appliesToOneEntry() {
        Story story = rejected()
                .and(as("correction", correct("rejection", rejectCeasefire("2025-08-16"))), hold("correction", null));
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
        Story story = rejected().and(underEmbargo(null, as("source", addSource("rejection", "TASS"))));
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
        Story story = rejected().and(underEmbargo(null, as("retraction", retract("rejection"))));
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
        assertThat(story.standing("retraction")).isEqualTo(HELD);
        story.and(release("retraction"));
        assertThat(story.standing("retraction")).isEqualTo(EFFECTIVE);
    }

    @Test
    void takesPrecedenceOverADispute() {
        Story story = rejected().and(dispute("rejection"), hold("rejection", null));

        assertThat(story.standing("rejection")).isEqualTo(HELD);
        assertThat(story.state().orElseThrow().disputed()).isTrue();
        story.and(release("rejection"));
        assertThat(story.standing("rejection")).isEqualTo(DISPUTED);
    }

    @Test
    void ofARetractedEntryCanOnlyBeReleased() {
        rejected().and(retract("rejection")).when(hold("rejection", null)).thenRefused(NotApplicable.class);

        Story story = rejected().and(hold("rejection", null), retract("rejection"));
        story.when(release("rejection")).thenRecorded();
        assertThat(story.standing("rejection")).isEqualTo(RETRACTED);
    }

    @Test
    void cannotBeRetracted() {
        Story story = rejected().and(as("hold", hold("rejection", null)));
        assertThat(story.when(retract("hold")).thenRefused(NotApplicable.class).text())
                .contains("ReleaseDevelopment", "HoldDevelopment");
        story.and(as("release", release("rejection")));
        story.when(retract("release")).thenRefused(NotApplicable.class);
    }

    @Test
    void ofAnOpeningOrAdmissionBeginsOnlyWithItsRecording() {
        LogDevelopment opening = undated(new OpenNegotiation("Talks", null));
        LogDevelopment admission = undated(new AdmitParty(new PartyCode("TUR"), "Türkiye", PartyKind.STATE, null));
        Story open = given(as("opening", opening), as("admission", admission));
        open.when(hold("opening", null)).thenRefused(NotApplicable.class);
        open.when(hold("admission", null)).thenRefused(NotApplicable.class);

        Story held = given(underEmbargo(null, as("opening", opening)), underEmbargo(null, as("admission", admission)));
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
        Story story = rejected();
        record(story, "past", new DevelopmentHeld(id("rejection"), Edtf.parse("2025-08-20"), null));
        assertThat(story.standing("rejection")).isEqualTo(HELD);
        record(story, "undone", new DevelopmentRetracted(id("past"), "a mistake"));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        story.when(retract("undone")).thenRefused(NotApplicable.class);
        record(story, "released", new DevelopmentReleased(id("rejection")));
        assertThat(story.standing("rejection")).isEqualTo(EFFECTIVE);
        story.when(hold("rejection", null)).thenRecorded();
    }

    private static void record(Story story, String name, EditorialEvent event) {
        LogDevelopment as = as(name, release("rejection"));
        story.ledger().record(as, new Development(event, null, null, null, null, List.<PartyCode>of()));
    }
}
