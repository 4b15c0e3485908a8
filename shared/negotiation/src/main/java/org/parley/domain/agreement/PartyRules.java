package org.parley.domain.agreement;

import java.util.List;
import java.util.Optional;
import org.parley.domain.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.domain.agreement.AgreementEvent.AgreementLeft;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.ParticipationResumed;
import org.parley.domain.agreement.AgreementEvent.ParticipationSuspended;
import org.parley.domain.agreement.AgreementEvent.RatificationRefused;
import org.parley.domain.agreement.AgreementEvent.ReservationEntered;
import org.parley.domain.matter.Event;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The guards for what only the parties of an agreement do, and only others. */
final class PartyRules {
    static final String BY_A_PARTY = "only parties to it, where all of them are known";
    static final String BY_A_PARTY_OR_ITS_BODY = "only parties to it or their bodies, where all of them are known";
    static final String BY_ANOTHER = "only those that are no parties to it yet";
    static final String SUSPENDED = "only those that suspended their participation";

    /** The greatest number of parties named in a refusal. */
    private static final int NAMED_MAX = 20;

    private PartyRules() {}

    static Optional<Objection> isByParties(AgreementDetail agreement, Event event, SentenceNames names) {
        return byParties(agreement, acting(agreement, event), names);
    }

    private static Optional<Objection> byParties(AgreementDetail agreement, Parties acting, SentenceNames names) {
        Parties others = acting.minus(agreement.between());
        return !agreement.complete() || others.isEmpty()
                ? Optional.empty()
                : Optional.of(names.objection(
                        isOrAre(names.parties(others), others, "no party to it", "no parties to it") + "; "
                                + existing(agreement.between(), names),
                        names.parties(others) + (others.size() == 1 ? " no es parte" : " no son partes") + " en él; "
                                + (agreement.between().isEmpty()
                                        ? "no lo es nadie"
                                        : "sus partes son " + list(agreement.between(), names))));
    }

    static Optional<Objection> isByOthers(AgreementDetail agreement, Event event, SentenceNames names) {
        Parties parties = acting(agreement, event);
        Parties already = parties.minus(parties.minus(agreement.between()));
        return already.isEmpty()
                ? Optional.empty()
                : Optional.of(names.objection(
                        isOrAre(names.parties(already), already, "a party to it already", "parties to it already")
                                + "; only another one accedes",
                        names.parties(already) + (already.size() == 1 ? " ya es parte" : " ya son partes")
                                + " en él; solo se adhiere quien no lo es"));
    }

    static Optional<Objection> isSuspended(AgreementDetail agreement, Event event, SentenceNames names) {
        Parties parties = acting(agreement, event);
        Parties others = parties.minus(agreement.suspendedBy());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(names.objection(
                names.parties(others)
                        + (others.size() == 1 ? " has" : " have")
                        + " not suspended participation in it; "
                        + (agreement.suspendedBy().isEmpty()
                                ? "nobody has"
                                : "those that have: " + list(agreement.suspendedBy(), names)),
                names.parties(others)
                        + (others.size() == 1 ? " no ha suspendido" : " no han suspendido")
                        + " su participación en él; "
                        + (agreement.suspendedBy().isEmpty()
                                ? "no lo ha hecho nadie"
                                : "quienes sí: " + list(agreement.suspendedBy(), names))));
    }

    private static String isOrAre(String named, Parties parties, String one, String several) {
        return parties.size() == 1 ? named + " is " + one : named + " are " + several;
    }

    private static String existing(Parties parties, SentenceNames names) {
        return parties.isEmpty() ? "nobody is" : "its parties are " + list(parties, names);
    }

    private static String list(Parties parties, SentenceNames names) {
        int more = parties.size() - NAMED_MAX;
        return more <= 0
                ? names.parties(parties)
                : String.join(
                                ", ",
                                parties.stream()
                                        .limit(NAMED_MAX)
                                        .map(names::party)
                                        .toList())
                        + switch (names.language()) {
                            case ENGLISH -> " and " + more + " more";
                            case SPANISH -> " y " + more + " más";
                        };
    }

    private static Parties acting(AgreementDetail agreement, Event event) {
        return switch (event) {
            case AgreementRatified ratified ->
                parties(
                        agreement,
                        ratified.by(),
                        ratified.onBehalfOf() == null ? ratified.by() : ratified.onBehalfOf());
            case RatificationRefused refused ->
                parties(agreement, refused.by(), refused.onBehalfOf() == null ? refused.by() : refused.onBehalfOf());
            case AgreementAccededTo acceded -> Parties.of(acceded.by());
            case AgreementLeft left -> Parties.of(left.by());
            case ParticipationSuspended suspended -> Parties.of(suspended.by());
            case ParticipationResumed resumed -> Parties.of(resumed.by());
            case ReservationEntered entered -> Parties.of(entered.by());
            default -> throw new IllegalArgumentException(event.type() + " is open to everyone");
        };
    }

    /** The parties that these actors speak for: themselves, or the party that one belonged to if that is a party. */
    private static Parties parties(AgreementDetail agreement, Actors by, Actors onBehalfOf) {
        Parties parties = Parties.NONE;
        for (int i = 0; i < by.list().size(); i++) {
            Parties itself = new Parties(List.of(by.list().get(i).party()));
            Parties whole = new Parties(List.of(onBehalfOf.list().get(i).party()));
            parties = parties.plus(agreement.between().containsAll(whole) ? whole : itself);
        }
        return parties;
    }
}
