package org.parley.domain.meeting;

import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Actors;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishMeetingWording implements SpanishWording<MeetingEvent, MeetingStatus> {

    @Override
    public String kind() {
        return "la reunión";
    }

    @Override
    public String status(MeetingStatus status) {
        return switch (status) {
            case SCHEDULED -> "convocada";
            case POSTPONED -> "aplazada";
            case CANCELLED -> "cancelada";
            case HELD -> "celebrada";
        };
    }

    @Override
    public String clause(MeetingEvent event, SentenceNames names) {
        return switch (event) {
            case MeetingScheduled e ->
                "la reunión " + names.title() + " " + SpanishGrammar.of(names.actors(e.participants()))
                        + " fue convocada para " + DateText.withoutPreposition(e.planned(), Language.SPANISH)
                        + place(e.venue(), e.host(), names);
            case MeetingPostponed e ->
                SpanishGrammar.act(names, e.by(), "las partes", "aplazó", "aplazaron") + " la reunión " + names.title()
                        + (e.planned() == null
                                ? ""
                                : " "
                                        + SpanishGrammar.to(
                                                DateText.withoutPreposition(e.planned(), Language.SPANISH)))
                        + names.suffix(": ", e.reason());
            case MeetingCancelled e ->
                SpanishGrammar.act(names, e.by(), "las partes", "canceló", "cancelaron") + " la reunión "
                        + names.title() + names.suffix(": ", e.reason());
            case MeetingHeld e ->
                SpanishGrammar.act(names, e.participants(), "las partes", "celebró", "celebraron") + " la reunión "
                        + names.title() + place(e.venue(), e.host(), names) + names.suffix(", sobre ", e.agenda());
            case MeetingOutcomeRecorded e ->
                "la reunión " + names.title() + " tuvo un resultado" + names.suffix(": ", e.summary());
        };
    }

    private static String place(@Nullable String venue, @Nullable Actors host, SentenceNames names) {
        return names.suffix(", ", venue) + (host == null ? "" : ", organizada por " + names.actors(host));
    }
}
