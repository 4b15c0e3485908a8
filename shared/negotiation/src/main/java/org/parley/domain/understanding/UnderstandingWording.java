package org.parley.domain.understanding;

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
                names.actors(e.by()) + " claimed the understanding " + names.title() + " between "
                        + names.actors(e.between()) + names.suffix(": ", e.terms());
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
}
