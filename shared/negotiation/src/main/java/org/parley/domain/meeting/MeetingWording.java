package org.parley.domain.meeting;

import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class MeetingWording implements EventWording<MeetingEvent> {

    @Override
    public String clause(MeetingEvent event, SentenceNames names) {
        return switch (event) {
            case MeetingScheduled e ->
                "the meeting " + names.title() + " of " + names.actors(e.participants()) + " was set for "
                        + DateText.withoutPreposition(e.planned()) + names.suffix(", ", e.venue())
                        + (e.host() == null ? "" : ", hosted by " + names.actors(e.host()));
            case MeetingPostponed e ->
                names.actors(e.by(), "the parties") + " postponed the meeting " + names.title()
                        + (e.planned() == null ? "" : " to " + DateText.withoutPreposition(e.planned()))
                        + names.suffix(": ", e.reason());
            case MeetingCancelled e ->
                names.actors(e.by(), "the parties") + " cancelled the meeting " + names.title()
                        + names.suffix(": ", e.reason());
            case MeetingHeld e ->
                names.actors(e.participants(), "the parties") + " met: " + names.title() + names.suffix(", ", e.venue())
                        + (e.host() == null ? "" : ", hosted by " + names.actors(e.host()))
                        + names.suffix(", on ", e.agenda());
            case MeetingOutcomeRecorded e ->
                "the meeting " + names.title() + " had an outcome" + names.suffix(": ", e.summary());
        };
    }
}
