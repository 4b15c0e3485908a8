package org.parley.meeting;

import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.meeting.MeetingEvent.MeetingCancelled;
import org.parley.meeting.MeetingEvent.MeetingHeld;
import org.parley.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.meeting.MeetingEvent.MeetingPostponed;
import org.parley.meeting.MeetingEvent.MeetingScheduled;
import org.parley.time.DateWords;

/** Renders the events of this kind as English clauses. */
final class MeetingWording implements Wording<MeetingEvent> {

    @Override
    public String clause(MeetingEvent event, Names names) {
        return switch (event) {
            case MeetingScheduled e ->
                "the meeting " + names.title() + " of " + names.all(e.participants()) + " was set for "
                        + DateWords.name(e.planned()) + names.tail(", ", e.venue())
                        + (e.host() == null ? "" : ", hosted by " + names.all(e.host()));
            case MeetingPostponed e ->
                names.all(e.by(), "the parties") + " postponed the meeting " + names.title()
                        + (e.planned() == null ? "" : " to " + DateWords.name(e.planned()))
                        + names.tail(": ", e.reason());
            case MeetingCancelled e ->
                names.all(e.by(), "the parties") + " cancelled the meeting " + names.title()
                        + names.tail(": ", e.reason());
            case MeetingHeld e ->
                names.all(e.participants(), "the parties") + " met: " + names.title() + names.tail(", ", e.venue())
                        + (e.host() == null ? "" : ", hosted by " + names.all(e.host()))
                        + names.tail(", on ", e.agenda());
            case MeetingOutcomeRecorded e ->
                "the meeting " + names.title() + " had an outcome" + names.tail(": ", e.summary());
        };
    }
}
