package org.parley.domain.understanding;

import java.util.List;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingAbandoned;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingClaimed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingConfirmed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingContested;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class UnderstandingWording implements EventWording<UnderstandingEvent> {

    @Override
    public String clause(UnderstandingEvent event, SentenceNames names) {
        return switch (event) {
            case UnderstandingClaimed e ->
                names.actors(e.by()) + " said that " + reached(e, names) + names.suffix(": ", e.terms());
            case UnderstandingConfirmed e -> names.actors(e.by()) + " confirmed the understanding " + names.title();
            case UnderstandingContested e ->
                names.actors(e.by()) + " contested the understanding " + names.title() + names.suffix(": ", e.reason());
            case UnderstandingAbandoned e ->
                (e.by() == null
                                ? "the understanding " + names.title() + " was abandoned"
                                : names.actors(e.by()) + " abandoned the understanding " + names.title())
                        + names.suffix(": ", e.reason());
        };
    }

    /** A claim is a report: it says what is claimed, and not that it is so. */
    private static String reached(UnderstandingClaimed claim, SentenceNames names) {
        Parties claimants = Parties.of(claim.by());
        boolean isTheirOwn = Parties.of(claim.between()).containsAll(claimants);
        List<Actor> others = claim.between().stream()
                .filter(actor -> !claimants.codes().contains(actor.party()))
                .toList();
        return isTheirOwn && !others.isEmpty()
                ? "an understanding with " + names.actors(new Actors(others)) + " (" + names.title()
                        + ") had been reached"
                : "an understanding (" + names.title() + ") had been reached between " + names.actors(claim.between());
    }
}
