package org.parley.domain.demand;

import org.parley.domain.demand.DemandEvent.DemandConceded;
import org.parley.domain.demand.DemandEvent.DemandDropped;
import org.parley.domain.demand.DemandEvent.DemandMade;
import org.parley.domain.demand.DemandEvent.DemandRefused;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class DemandWording implements EventWording<DemandEvent> {

    @Override
    public String clause(DemandEvent event, SentenceNames names) {
        return switch (event) {
            case DemandMade e ->
                names.actors(e.by()) + " demanded of " + names.actors(e.of()) + " (" + names.title() + ")"
                        + (e.precondition() ? ", as a precondition" : "")
                        + (e.deadline() == null ? "" : ", by " + DateText.withoutPreposition(e.deadline()))
                        + names.suffix(": ", e.substance());
            case DemandRefused e ->
                names.actors(e.by()) + " refused the demand " + names.title() + names.suffix(": ", e.reason());
            case DemandConceded e ->
                names.actors(e.by()) + " conceded the demand " + names.title() + names.suffix(": ", e.reason());
            case DemandDropped e ->
                (e.by() == null
                                ? "the demand " + names.title() + " was dropped"
                                : names.actors(e.by()) + " dropped the demand " + names.title())
                        + names.suffix(": ", e.reason());
        };
    }
}
