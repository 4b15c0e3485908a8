package org.parley.domain.understanding;

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
                SpanishGrammar.act(names, e.by(), "afirmó", "afirmaron") + " que existe el entendimiento "
                        + names.title() + " entre " + names.actors(e.between()) + names.suffix(": ", e.terms());
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
}
