package org.parley.domain.meeting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingDeclined;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
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
            case PROPOSED -> "propuesta";
            case DECLINED -> "declinada";
            case SCHEDULED -> "convocada";
            case POSTPONED -> "aplazada";
            case CANCELLED -> "cancelada";
            case HELD -> "celebrada";
        };
    }

    @Override
    public String clause(MeetingEvent event, SentenceNames names) {
        return switch (event) {
            case MeetingProposed e ->
                SpanishGrammar.act(names, e.by(), "propuso", "propusieron")
                        + (e.to() == null ? "" : " " + SpanishGrammar.to(names.actors(e.to()))) + " la reunión "
                        + names.title()
                        + (e.planned() == null
                                ? ""
                                : ", para " + DateText.withoutPreposition(e.planned(), Language.SPANISH))
                        + venue(e.venue(), names);
            case MeetingDeclined e ->
                SpanishGrammar.act(names, e.by(), "declinó", "declinaron") + " la reunión " + names.title()
                        + names.suffix(": ", e.reason());
            case MeetingScheduled e -> scheduled(e, names);
            case MeetingPostponed e ->
                (e.by() == null
                                ? named(mode(names), names) + was(mode(names), "aplazad")
                                : SpanishGrammar.act(names, e.by(), "aplazó", "aplazaron") + " "
                                        + named(mode(names), names))
                        + (e.planned() == null
                                ? ""
                                : " " + SpanishGrammar.to(DateText.withoutPreposition(e.planned(), Language.SPANISH)))
                        + names.suffix(": ", e.reason());
            case MeetingCancelled e ->
                (e.by() == null
                                ? named(mode(names), names) + was(mode(names), "cancelad")
                                : SpanishGrammar.act(names, e.by(), "canceló", "cancelaron") + " "
                                        + named(mode(names), names))
                        + names.suffix(": ", e.reason());
            case MeetingHeld e -> held(e, names);
            case MeetingOutcomeRecorded e ->
                "se conoció el resultado " + SpanishGrammar.of(named(mode(names), names))
                        + names.suffix(": ", e.summary());
        };
    }

    private static String scheduled(MeetingScheduled event, SentenceNames names) {
        MeetingMode said = MeetingMode.of(event.mode(), event.format());
        MeetingMode mode = said == null ? MeetingMode.IN_PERSON : said;
        return named(mode, names) + " " + SpanishGrammar.of(names.actors(event.participants()))
                + through(mode, event.via() == null ? "" : names.actors(event.via()))
                + was(mode, "convocad")
                + (event.planned() == null
                        ? ""
                        : " para " + DateText.withoutPreposition(event.planned(), Language.SPANISH))
                + venue(event.venue(), names)
                + host(event.host(), names);
    }

    /** In brackets, since no preposition suits every venue. */
    private static String venue(@Nullable String venue, SentenceNames names) {
        String words = names.suffix("", venue);
        return words.isEmpty() ? "" : " (lugar: " + words + ")";
    }

    /** What the report leaves open, the sentence takes from the announcement. */
    private static String held(MeetingHeld event, SentenceNames names) {
        Optional<MeetingDetail> detail = names.detail(MeetingDetail.class);
        MeetingMode said = MeetingMode.of(event.mode(), event.format());
        MeetingMode mode = said == null ? mode(names) : said;
        Parties participants = detail.map(MeetingDetail::participants).orElse(Parties.NONE);
        String who = event.participants() != null
                ? names.actors(event.participants())
                : participants.isEmpty() ? "las partes" : names.parties(participants);
        boolean isAlone =
                event.participants() != null ? event.participants().parties().size() == 1 : participants.size() == 1;
        String mediators = event.via() != null
                ? names.actors(event.via())
                : detail.map(MeetingDetail::via).map(names::parties).orElse("");
        return who + " " + verb(mode, isAlone) + through(mode, mediators) + " (" + names.title()
                + names.suffix(", ", event.venue()) + ")"
                + host(event.host(), names)
                + names.suffix(", sobre ", event.agenda());
    }

    private static MeetingMode mode(SentenceNames names) {
        return names.detail(MeetingDetail.class).map(MeetingDetail::mode).orElse(MeetingMode.IN_PERSON);
    }

    private static String named(MeetingMode mode, SentenceNames names) {
        return switch (mode) {
                    case IN_PERSON -> "la reunión ";
                    case PHONE -> "la llamada telefónica ";
                    case VIDEO -> "la videoconferencia ";
                    case INDIRECT -> "las conversaciones indirectas ";
                    case WRITTEN -> "el intercambio de cartas ";
                }
                + names.title();
    }

    /** The passive voice, in agreement with the noun. */
    private static String was(MeetingMode mode, String participle) {
        return switch (mode) {
            case IN_PERSON, PHONE, VIDEO -> " fue " + participle + "a";
            case INDIRECT -> " fueron " + participle + "as";
            case WRITTEN -> " fue " + participle + "o";
        };
    }

    private static String verb(MeetingMode mode, boolean isAlone) {
        return switch (mode) {
            case IN_PERSON -> isAlone ? "se reunió" : "se reunieron";
            case PHONE -> isAlone ? "habló por teléfono" : "hablaron por teléfono";
            case VIDEO -> isAlone ? "se reunió por videoconferencia" : "se reunieron por videoconferencia";
            case INDIRECT -> isAlone ? "mantuvo conversaciones indirectas" : "mantuvieron conversaciones indirectas";
            case WRITTEN -> isAlone ? "escribió" : "intercambiaron cartas";
        };
    }

    /** Indirect talks are held through mediators; of any other meeting they are only present. */
    private static String through(MeetingMode mode, String mediators) {
        if (mediators.isEmpty()) {
            return "";
        }
        return (mode == MeetingMode.INDIRECT || mode == MeetingMode.WRITTEN ? " por medio " : " con la mediación ")
                + SpanishGrammar.of(mediators);
    }

    private static String host(@Nullable Actors host, SentenceNames names) {
        if (host == null) {
            return "";
        }
        return ", con " + names.actors(host) + (host.parties().size() == 1 ? " como anfitrión" : " como anfitriones");
    }
}
