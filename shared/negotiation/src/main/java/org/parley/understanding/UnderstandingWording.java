package org.parley.understanding;

import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.understanding.UnderstandingEvent.UnderstandingAbandoned;
import org.parley.understanding.UnderstandingEvent.UnderstandingClaimed;
import org.parley.understanding.UnderstandingEvent.UnderstandingConfirmed;
import org.parley.understanding.UnderstandingEvent.UnderstandingContested;

/** Renders the events of this kind as English clauses. */
final class UnderstandingWording implements Wording<UnderstandingEvent> {

    @Override
    public String clause(UnderstandingEvent event, Names names) {
        return switch (event) {
            case UnderstandingClaimed e ->
                names.all(e.by()) + " claimed the understanding " + names.title() + " between " + names.all(e.between())
                        + names.tail(": ", e.terms());
            case UnderstandingConfirmed e -> names.all(e.by()) + " confirmed the understanding " + names.title();
            case UnderstandingContested e ->
                names.all(e.by()) + " contested the understanding " + names.title() + names.tail(": ", e.reason());
            case UnderstandingAbandoned e ->
                (e.by() == null
                                ? "the understanding " + names.title() + " was abandoned"
                                : names.all(e.by()) + " abandoned the understanding " + names.title())
                        + names.tail(": ", e.reason());
        };
    }
}
