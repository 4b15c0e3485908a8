package org.parley.domain.meeting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingDeclined;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Parties;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class MeetingWording implements EventWording<MeetingEvent> {

    @Override
    public String clause(MeetingEvent event, SentenceNames names) {
        return switch (event) {
            case MeetingProposed e ->
                names.actors(e.by()) + " proposed the meeting " + names.title()
                        + (e.to() == null ? "" : " to " + names.actors(e.to()))
                        + (e.planned() == null ? "" : ", for " + DateText.withoutPreposition(e.planned()))
                        + venue(e.venue(), names);
            case MeetingDeclined e ->
                names.actors(e.by()) + " declined the meeting " + names.title() + names.suffix(": ", e.reason());
            case MeetingScheduled e -> scheduled(e, names);
            case MeetingPostponed e ->
                (e.by() == null
                                ? noun(mode(names)) + " " + names.title() + wasOrWere(mode(names)) + "postponed"
                                : names.actors(e.by()) + " postponed " + noun(mode(names)) + " " + names.title())
                        + (e.planned() == null ? "" : " to " + DateText.withoutPreposition(e.planned()))
                        + names.suffix(": ", e.reason());
            case MeetingCancelled e ->
                (e.by() == null
                                ? noun(mode(names)) + " " + names.title() + wasOrWere(mode(names)) + "cancelled"
                                : names.actors(e.by()) + " cancelled " + noun(mode(names)) + " " + names.title())
                        + names.suffix(": ", e.reason());
            case MeetingHeld e -> held(e, names);
            case MeetingOutcomeRecorded e ->
                "the outcome of " + noun(mode(names)) + " " + names.title() + " became known"
                        + names.suffix(": ", e.summary());
        };
    }

    private static String scheduled(MeetingScheduled event, SentenceNames names) {
        MeetingMode mode = orInPerson(MeetingMode.of(event.mode(), event.format()));
        return noun(mode) + " " + names.title() + " of " + names.actors(event.participants())
                + through(mode, event.via() == null ? "" : names.actors(event.via()))
                + wasOrWere(mode)
                + (event.planned() == null ? "arranged" : "set for " + DateText.withoutPreposition(event.planned()))
                + venue(event.venue(), names)
                + (event.host() == null ? "" : ", hosted by " + names.actors(event.host()));
    }

    /** In brackets, since no preposition suits every venue. */
    private static String venue(@Nullable String venue, SentenceNames names) {
        String words = names.suffix("", venue);
        return words.isEmpty() ? "" : " (venue: " + words + ")";
    }

    /** What the report leaves open, the sentence takes from the announcement. */
    private static String held(MeetingHeld event, SentenceNames names) {
        Optional<MeetingDetail> detail = names.detail(MeetingDetail.class);
        MeetingMode said = MeetingMode.of(event.mode(), event.format());
        MeetingMode mode = said == null ? mode(names) : said;
        Parties participants = detail.map(MeetingDetail::participants).orElse(Parties.NONE);
        String who = event.participants() != null
                ? names.actors(event.participants())
                : participants.isEmpty() ? "the parties" : names.parties(participants);
        boolean alone =
                event.participants() != null ? event.participants().parties().size() == 1 : participants.size() == 1;
        String mediators = event.via() != null
                ? names.actors(event.via())
                : detail.map(MeetingDetail::via).map(names::parties).orElse("");
        return who + " " + verb(mode, alone) + through(mode, mediators) + ": " + names.title()
                + names.suffix(", ", event.venue())
                + (event.host() == null ? "" : ", hosted by " + names.actors(event.host()))
                + names.suffix(", on ", event.agenda());
    }

    private static MeetingMode mode(SentenceNames names) {
        return names.detail(MeetingDetail.class).map(MeetingDetail::mode).orElse(MeetingMode.IN_PERSON);
    }

    private static MeetingMode orInPerson(@Nullable MeetingMode mode) {
        return mode == null ? MeetingMode.IN_PERSON : mode;
    }

    private static String noun(MeetingMode mode) {
        return switch (mode) {
            case IN_PERSON -> "the meeting";
            case PHONE -> "the telephone call";
            case VIDEO -> "the video meeting";
            case INDIRECT -> "the indirect talks";
            case WRITTEN -> "the exchange of letters";
        };
    }

    private static String wasOrWere(MeetingMode mode) {
        return mode == MeetingMode.INDIRECT ? " were " : " was ";
    }

    private static String verb(MeetingMode mode, boolean alone) {
        return switch (mode) {
            case IN_PERSON -> "met";
            case PHONE -> "spoke by telephone";
            case VIDEO -> "met by video link";
            case INDIRECT -> "held indirect talks";
            case WRITTEN -> alone ? "wrote" : "exchanged letters";
        };
    }

    /** Indirect talks are held through mediators; of any other meeting they are only present. */
    private static String through(MeetingMode mode, String mediators) {
        if (mediators.isEmpty()) {
            return "";
        }
        return mode == MeetingMode.INDIRECT || mode == MeetingMode.WRITTEN
                ? " through " + mediators
                : " with the mediation of " + mediators;
    }
}
