package org.parley.domain.understanding;

import java.util.List;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingAbandoned;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingClaimed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingConfirmed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingContested;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishUnderstandingWording implements SpanishWording<UnderstandingEvent, UnderstandingStatus> {

    @Override
    public String kind() {
        return "el entendimiento";
    }

    @Override
    public String status(UnderstandingStatus status) {
        return switch (status) {
            case CLAIMED -> "afirmado";
            case CONFIRMED -> "confirmado";
            case CONTESTED -> "impugnado";
            case ABANDONED -> "abandonado";
        };
    }

    @Override
    public String clause(UnderstandingEvent event, SentenceNames names) {
        return switch (event) {
            case UnderstandingClaimed e ->
                SpanishGrammar.act(names, e.by(), "dijo", "dijeron") + " que se había alcanzado un entendimiento"
                        + reached(e, names) + names.suffix(": ", e.terms());
            case UnderstandingConfirmed e ->
                SpanishGrammar.act(names, e.by(), "confirmó", "confirmaron") + " el entendimiento " + names.title();
            case UnderstandingContested e ->
                SpanishGrammar.act(names, e.by(), "impugnó", "impugnaron") + " el entendimiento " + names.title()
                        + names.suffix(": ", e.reason());
            case UnderstandingAbandoned e ->
                (e.by() == null
                                ? "el entendimiento " + names.title() + " fue abandonado"
                                : SpanishGrammar.act(names, e.by(), "abandonó", "abandonaron") + " el entendimiento "
                                        + names.title())
                        + names.suffix(": ", e.reason());
        };
    }

    /** With whom: a party speaks of its own understanding or of that of others. */
    private static String reached(UnderstandingClaimed claim, SentenceNames names) {
        Parties claimants = Parties.of(claim.by());
        boolean isTheirOwn = Parties.of(claim.between()).containsAll(claimants);
        List<Actor> others = claim.between().stream()
                .filter(actor -> !claimants.codes().contains(actor.party()))
                .toList();
        return isTheirOwn && !others.isEmpty()
                ? " con " + names.actors(new Actors(others)) + " (" + names.title() + ")"
                : " (" + names.title() + ") entre " + names.actors(claim.between());
    }
}
