package org.parley.domain.meeting;

import static org.parley.domain.meeting.MeetingStatus.CANCELLED;
import static org.parley.domain.meeting.MeetingStatus.DECLINED;
import static org.parley.domain.meeting.MeetingStatus.HELD;
import static org.parley.domain.meeting.MeetingStatus.POSTPONED;
import static org.parley.domain.meeting.MeetingStatus.PROPOSED;
import static org.parley.domain.meeting.MeetingStatus.SCHEDULED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.meeting.MeetingCommand.CancelMeeting;
import org.parley.domain.meeting.MeetingCommand.DeclineMeeting;
import org.parley.domain.meeting.MeetingCommand.PostponeMeeting;
import org.parley.domain.meeting.MeetingCommand.ProposeMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordOutcome;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.meeting.MeetingDetail.Outcome;
import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingDeclined;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Parties;

/** The definition of the kind meeting. */
public final class Meeting {
    static final Lifecycle<MeetingStatus, MeetingDetail> LIFECYCLE = Lifecycle.of(
                    MeetingStatus.class, MeetingDetail.class)
            .on(
                    ProposeMeeting.class,
                    MeetingProposed.class,
                    c -> new MeetingProposed(c.by(), c.to(), c.planned(), c.venue()))
            .fromNothing()
            .from(PROPOSED, DECLINED, CANCELLED)
            .to(PROPOSED)
            .on(DeclineMeeting.class, MeetingDeclined.class, c -> new MeetingDeclined(c.by(), c.reason()))
            .from(PROPOSED)
            .to(DECLINED)
            .on(
                    ScheduleMeeting.class,
                    MeetingScheduled.class,
                    c -> new MeetingScheduled(
                            c.planned(), c.venue(), c.host(), c.participants(), c.format(), c.mode(), c.via()))
            .fromNothing()
            .from(PROPOSED, DECLINED, CANCELLED)
            .to(SCHEDULED)
            .on(
                    PostponeMeeting.class,
                    MeetingPostponed.class,
                    c -> new MeetingPostponed(c.planned(), c.by(), c.reason()))
            .fromNothing()
            .from(SCHEDULED, POSTPONED)
            .to(POSTPONED)
            .on(CancelMeeting.class, MeetingCancelled.class, c -> new MeetingCancelled(c.by(), c.reason()))
            .fromNothing()
            .from(SCHEDULED, POSTPONED)
            .to(CANCELLED)
            .on(
                    RecordMeeting.class,
                    MeetingHeld.class,
                    c -> new MeetingHeld(
                            c.participants(), c.venue(), c.host(), c.agenda(), c.format(), c.mode(), c.via()))
            .fromNothing()
            .from(PROPOSED, DECLINED, SCHEDULED, POSTPONED, CANCELLED)
            .to(HELD)
            .on(
                    RecordOutcome.class,
                    MeetingOutcomeRecorded.class,
                    c -> new MeetingOutcomeRecorded(c.summary(), c.touches()))
            .from(HELD)
            .stays()
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<MeetingEvent, MeetingStatus, MeetingDetail> TYPE = new MatterType<>(
            MatterKind.MEETING,
            MeetingEvent.class,
            MeetingDetail.class,
            LIFECYCLE,
            Meeting::evolve,
            new MeetingWording(),
            new SpanishMeetingWording());

    private Meeting() {}

    private static MeetingDetail evolve(@Nullable MeetingDetail before, MeetingEvent event, Occurrence at) {
        MeetingDetail detail = before == null ? MeetingDetail.BLANK : before;
        return switch (event) {
            case MeetingProposed proposed -> detail.proposed(proposed);
            case MeetingDeclined declined -> detail.declined(Parties.of(declined.by()), declined.reason());
            case MeetingScheduled scheduled -> detail.scheduled(scheduled);
            case MeetingPostponed postponed -> detail.postponed(postponed.planned(), postponed.reason());
            case MeetingCancelled cancelled -> detail.cancelled(Parties.of(cancelled.by()), cancelled.reason());
            case MeetingHeld held -> detail.held(held, at.development().occurred());
            case MeetingOutcomeRecorded outcome ->
                detail.with(new Outcome(
                        at.developmentId(),
                        at.development().occurred(),
                        outcome.summary(),
                        outcome.touches() == null ? List.of() : outcome.touches()));
        };
    }
}
