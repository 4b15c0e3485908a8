package org.parley.domain.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.meeting.MeetingStatus.CANCELLED;
import static org.parley.domain.meeting.MeetingStatus.DECLINED;
import static org.parley.domain.meeting.MeetingStatus.HELD;
import static org.parley.domain.meeting.MeetingStatus.POSTPONED;
import static org.parley.domain.meeting.MeetingStatus.PROPOSED;
import static org.parley.domain.meeting.MeetingStatus.SCHEDULED;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.meeting.MeetingCommand.CancelMeeting;
import org.parley.domain.meeting.MeetingCommand.DeclineMeeting;
import org.parley.domain.meeting.MeetingCommand.PostponeMeeting;
import org.parley.domain.meeting.MeetingCommand.ProposeMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordOutcome;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.meeting.MeetingEvent.MeetingDeclined;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;

class MeetingTest {
    private static final SentenceNames TALKS =
            SentenceNames.ofCodes(new MatterAddress("peace", MatterKind.MEETING, "talks"));

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.MEETING, """
                        ProposeMeeting, MeetingProposed: -,PROPOSED,DECLINED,CANCELLED -> PROPOSED
                        DeclineMeeting, MeetingDeclined: PROPOSED -> DECLINED
                        ScheduleMeeting, MeetingScheduled: -,PROPOSED,DECLINED,CANCELLED -> SCHEDULED
                        PostponeMeeting, MeetingPostponed: -,SCHEDULED,POSTPONED -> POSTPONED
                        CancelMeeting, MeetingCancelled: -,SCHEDULED,POSTPONED -> CANCELLED
                        RecordMeeting, MeetingHeld: -,PROPOSED,DECLINED,SCHEDULED,POSTPONED,CANCELLED -> HELD
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

    @Test
    void isProposedDeclinedProposedAgainAndScheduled() {
        Scenario story = given(proposed("2025-08-18"))
                .thenState(PROPOSED)
                .when(proposed("2025-08-19"))
                .thenState(PROPOSED)
                .when(on("2025-08-20", new DeclineMeeting(Actors.of("RUS"), "too early")))
                .thenState(DECLINED);
        assertThat(story.detail(MeetingDetail.class).declinedBy())
                .isEqualTo(Actors.of("RUS").parties());
        assertThat(story.detail(MeetingDetail.class).reason()).isEqualTo("too early");

        MeetingDetail again =
                story.when(proposed("2025-08-21")).thenState(PROPOSED).detail(MeetingDetail.class);
        assertThat(again.declinedBy()).isEqualTo(Parties.NONE);
        assertThat(again.planned()).isEqualTo(Edtf.parse("2025-08-24"));

        MeetingDetail scheduled = story.when(scheduled("2025-08-22", "2025-08-30"))
                .thenState(SCHEDULED)
                .detail(MeetingDetail.class);
        assertThat(scheduled.by()).isEqualTo(Actors.of("UKR").parties());
        assertThat(scheduled.to()).isEqualTo(Actors.of("RUS").parties());
    }

    @Test
    void takesPlaceAlsoAfterItWasOnlyProposedOrDeclined() {
        given(proposed("2025-08-18")).when(held("2025-08-19")).thenState(HELD);
        given(proposed("2025-08-18"), on("2025-08-19", new DeclineMeeting(Actors.of("RUS"), null)))
                .when(held("2025-08-20"))
                .thenState(HELD);
        given(proposed("2025-08-18"), on("2025-08-19", new DeclineMeeting(Actors.of("RUS"), null)))
                .when(scheduled("2025-08-20", "2025-08-30"))
                .thenState(SCHEDULED);
    }

    @Test
    void onlyAProposalCanBeDeclined() {
        NotPossible refusal = given(scheduled("2025-08-08", "2025-08-15"))
                .when(on("2025-08-09", new DeclineMeeting(Actors.of("RUS"), null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("SCHEDULED");
    }

    @Test
    void aPostponementOrCancellationMayBeTheFirstThatIsKnown() {
        given().when(postponed("2025-08-12", null)).thenState(POSTPONED);
        given().when(cancelled("2025-08-12"))
                .thenState(CANCELLED)
                .when(proposed("2025-08-13"))
                .thenState(PROPOSED);
    }

    @Test
    void aVoiceDoesNotTakePart() {
        given().when(on("2025-08-15", new RecordMeeting(Actors.of("RUS", "VOX"), null, null, null, null, null, null)))
                .thenRefused(VoiceMayNot.class);
        given().when(on("2025-08-15", new ScheduleMeeting(null, null, null, Actors.of("USA", "VOX"), null, null, null)))
                .thenRefused(VoiceMayNot.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_PERSON | RUS and USA met with the mediation of EU: “talks”, Doha",
                "PHONE | RUS and USA spoke by telephone with the mediation of EU: “talks”, Doha",
                "VIDEO | RUS and USA met by video link with the mediation of EU: “talks”, Doha",
                "INDIRECT | RUS and USA held indirect talks through EU: “talks”, Doha",
                "WRITTEN | RUS and USA exchanged letters through EU: “talks”, Doha"
            })
    void theSentenceSaysHowTheyMet(MeetingMode mode, String sentence) {
        MeetingHeld held = new MeetingHeld(Actors.of("RUS", "USA"), "Doha", null, null, null, mode, Actors.of("EU"));

        assertThat(Meeting.TYPE.clause(held, TALKS)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indirect, through mediators | INDIRECT",
                "Telephone call | PHONE",
                "video link | VIDEO",
                "exchange of letters | WRITTEN",
                "summit | IN_PERSON",
                "caller's choice | IN_PERSON"
            })
    void theModeIsReadFromTheFormatIfNoneIsGiven(String format, MeetingMode mode) {
        MeetingDetail detail = given(on(
                        "2025-08-08",
                        new ScheduleMeeting(null, null, null, Actors.of("USA", "RUS"), format, null, null)))
                .when(held("2025-08-15"))
                .thenState(HELD)
                .detail(MeetingDetail.class);

        assertThat(detail.mode()).isEqualTo(mode);
    }

    @Test
    void theModeGivenWinsOverTheFormat() {
        MeetingDetail detail = given(on(
                        "2025-08-08",
                        new ScheduleMeeting(
                                null,
                                null,
                                null,
                                Actors.of("USA", "RUS"),
                                "phone call",
                                MeetingMode.VIDEO,
                                Actors.of("EU"))))
                .detail(MeetingDetail.class);

        assertThat(detail.mode()).isEqualTo(MeetingMode.VIDEO);
        assertThat(detail.via()).isEqualTo(Actors.of("EU").parties());
    }

    @Test
    void arrangementsAreNamedByTheirMode() {
        assertThat(Meeting.TYPE.clause(
                        new MeetingScheduled(
                                Edtf.parse("2026-07-06"),
                                "Doha",
                                null,
                                Actors.of("RUS", "USA"),
                                null,
                                MeetingMode.INDIRECT,
                                Actors.of("EU")),
                        TALKS))
                .isEqualTo(
                        "the indirect talks “talks” of RUS and USA through EU were set for 6 July 2026 (venue: Doha)");
        assertThat(Meeting.TYPE.clause(
                        new MeetingScheduled(null, null, null, Actors.of("RUS", "USA"), null, MeetingMode.PHONE, null),
                        TALKS))
                .isEqualTo("the telephone call “talks” of RUS and USA was arranged");
        assertThat(Meeting.TYPE.clause(
                        new MeetingProposed(Actors.of("UKR"), Actors.of("RUS"), Edtf.parse("2025-08"), "Istanbul"),
                        TALKS))
                .isEqualTo("UKR proposed the meeting “talks” to RUS, for August 2025 (venue: Istanbul)");
        assertThat(Meeting.TYPE.clause(new MeetingDeclined(Actors.of("RUS"), "Too early."), TALKS))
                .isEqualTo("RUS declined the meeting “talks”: Too early");
    }

    private static CommandEnvelope proposed(String date) {
        return on(date, new ProposeMeeting(Actors.of("UKR"), Actors.of("RUS"), Edtf.parse("2025-08-24"), "Istanbul"));
    }

    private static CommandEnvelope scheduled(String date, String planned) {
        Actors participants = Actors.of("USA", "RUS");
        return on(
                date,
                new ScheduleMeeting(
                        Edtf.parse(planned), "Anchorage", Actors.of("USA"), participants, "summit", null, null));
    }

    private static CommandEnvelope postponed(String date, @Nullable String planned) {
        return on(date, new PostponeMeeting(planned == null ? null : Edtf.parse(planned), Actors.of("USA"), "weather"));
    }

    private static CommandEnvelope cancelled(String date) {
        return on(date, new CancelMeeting(null, null));
    }

    private static CommandEnvelope held(String date) {
        return on(date, new RecordMeeting(null, null, null, "the war", null, null, null));
    }
}
