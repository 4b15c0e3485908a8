package org.parley.domain.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.meeting.MeetingStatus.CANCELLED;
import static org.parley.domain.meeting.MeetingStatus.HELD;
import static org.parley.domain.meeting.MeetingStatus.POSTPONED;
import static org.parley.domain.meeting.MeetingStatus.SCHEDULED;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.meeting.MeetingCommand.CancelMeeting;
import org.parley.domain.meeting.MeetingCommand.PostponeMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordOutcome;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.party.Actors;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class MeetingTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.MEETING, """
                        ScheduleMeeting, MeetingScheduled: -,CANCELLED -> SCHEDULED
                        PostponeMeeting, MeetingPostponed: SCHEDULED,POSTPONED -> POSTPONED
                        CancelMeeting, MeetingCancelled: SCHEDULED,POSTPONED -> CANCELLED
                        RecordMeeting, MeetingHeld: -,SCHEDULED,POSTPONED,CANCELLED -> HELD
                        RecordOutcome, MeetingOutcomeRecorded: HELD -> same""").isTheRule();
    }

    @Test
    void isScheduledPostponedAndHeld() {
        Scenario story = given(scheduled("2025-08-08", "2025-08-15"))
                .thenState(SCHEDULED)
                .when(postponed("2025-08-12", "2025-08-22"))
                .thenState(POSTPONED);
        assertThat(story.detail(MeetingDetail.class).planned()).isEqualTo(Edtf.parse("2025-08-22"));

        MeetingDetail detail = story.when(held("2025-08-22")).thenState(HELD).detail(MeetingDetail.class);
        assertThat(detail.held()).isEqualTo(Edtf.parse("2025-08-22"));
        assertThat(detail.venue()).isEqualTo("Anchorage");
        assertThat(detail.participants()).isEqualTo(Actors.of("USA", "RUS").parties());
        assertThat(detail.reason()).isNull();
    }

    @Test
    void mayBePostponedWithoutADate() {
        Scenario story = given(scheduled("2025-08-08", "2031-01-01"))
                .when(postponed("2025-08-12", null))
                .story();

        assertThat(story.detail(MeetingDetail.class).planned()).isNull();
        story.when(postponed("2025-08-13", "2032")).thenState(POSTPONED);
    }

    @Test
    void mayTakePlaceUnscheduledOrAfterItsCancellation() {
        given().when(held("2025-08-15")).thenState(HELD);
        given(scheduled("2025-08-08", "2025-08-15"), cancelled("2025-08-10"))
                .thenState(CANCELLED)
                .when(held("2025-08-15"))
                .thenState(HELD);
        given(scheduled("2025-08-08", "2025-08-15"), cancelled("2025-08-10"))
                .when(scheduled("2025-08-11", "2025-08-16"))
                .thenState(SCHEDULED);
    }

    @Test
    void hasOutcomesOnceItTookPlace() {
        CommandEnvelope outcome =
                on("2025-08-16", new RecordOutcome("no deal", List.of(MatterReference.parse("ceasefire/alaska"))));
        NotPossible refusal =
                given(scheduled("2025-08-08", "2025-08-15")).when(outcome).thenRefused(NotPossible.class);
        assertThat(refusal.allowed()).containsExactlyInAnyOrder("PostponeMeeting", "CancelMeeting", "RecordMeeting");

        MeetingDetail detail = given(held("2025-08-15"), outcome, on("2025-08-17", new RecordOutcome("talks", null)))
                .thenState(HELD)
                .detail(MeetingDetail.class);
        assertThat(detail.outcomes()).extracting(MeetingDetail.Outcome::summary).containsExactly("no deal", "talks");
        assertThat(detail.outcomes().get(0).touches()).hasToString("[ceasefire/alaska]");
        assertThat(detail.outcomes().get(1).touches()).isEmpty();
    }

    @Test
    void cannotBeCancelledAfterItTookPlace() {
        NotPossible refusal =
                given(held("2025-08-15")).when(cancelled("2025-08-16")).thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("HELD");
        assertThat(refusal.allowed()).containsExactly("RecordOutcome");
    }

    private static CommandEnvelope scheduled(String date, String planned) {
        Actors participants = Actors.of("USA", "RUS");
        return on(
                date, new ScheduleMeeting(Edtf.parse(planned), "Anchorage", Actors.of("USA"), participants, "summit"));
    }

    private static CommandEnvelope postponed(String date, @Nullable String planned) {
        return on(date, new PostponeMeeting(planned == null ? null : Edtf.parse(planned), Actors.of("USA"), "weather"));
    }

    private static CommandEnvelope cancelled(String date) {
        return on(date, new CancelMeeting(null, null));
    }

    private static CommandEnvelope held(String date) {
        return on(date, new RecordMeeting(null, null, null, "the war"));
    }
}
