package org.parley.domain.negotiation;

import java.util.Locale;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationConcluded;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationReopened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyReadmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartySuspended;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.negotiation.NegotiationEvent.TalksBrokenOff;
import org.parley.domain.negotiation.NegotiationEvent.TalksResumed;
import org.parley.domain.negotiation.NegotiationEvent.TalksSuspended;
import org.parley.domain.party.PartyRole;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class NegotiationWording implements EventWording<NegotiationEvent> {

    @Override
    public String clause(NegotiationEvent event, SentenceNames names) {
        return switch (event) {
            case NegotiationOpened e ->
                "the negotiation " + names.title() + " was opened" + names.suffix(": ", e.summary());
            case PartyAdmitted e -> admitted(e, names);
            case PartyWithdrew e ->
                names.party(e.party()) + " withdrew from " + names.title() + names.suffix(": ", e.reason());
            case PartySuspended e ->
                (e.by() == null
                                ? names.party(e.party()) + " was suspended from "
                                : names.actors(e.by()) + " suspended " + names.party(e.party()) + " from ")
                        + names.title()
                        + (e.until() == null ? "" : " until " + DateText.withoutPreposition(e.until()))
                        + names.suffix(": ", e.reason());
            case PartyReadmitted e ->
                names.party(e.party()) + " returned to " + names.title() + names.suffix(": ", e.reason());
            case TalksSuspended e ->
                names.actors(e.by(), "the parties") + " suspended the talks of " + names.title()
                        + names.suffix(": ", e.reason());
            case TalksResumed e ->
                names.actors(e.by(), "the parties") + " resumed the talks of " + names.title()
                        + names.suffix(": ", e.reason());
            case TalksBrokenOff e ->
                names.actors(e.by(), "the parties") + " broke off the talks of " + names.title()
                        + names.suffix(": ", e.reason());
            case NegotiationReopened e ->
                names.actors(e.by(), "the parties") + " reopened " + names.title() + names.suffix(": ", e.reason());
            case NegotiationConcluded e -> names.title() + " was concluded" + names.suffix(": ", e.summary());
        };
    }

    private static String admitted(PartyAdmitted admission, SentenceNames names) {
        String name = names.admitted(admission.party(), admission.name());
        PartyRole role = admission.role();
        return (names.isRenamed(admission.party(), name)
                        ? "one of the parties to " + names.title() + " changed its name to " + name
                                + (role == null ? "" : ", with the role of " + noun(role))
                        : name + " was entered"
                                + (role == null
                                        ? " as a party to " + names.title()
                                        : " in " + names.title() + " as " + (role == PartyRole.OBSERVER ? "an " : "a ")
                                                + noun(role)))
                + (admission.partOf() == null ? "" : ", part of " + names.party(admission.partOf()))
                + (admission.succeeds() == null ? "" : ", successor to " + names.actors(admission.succeeds()));
    }

    private static String noun(PartyRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
