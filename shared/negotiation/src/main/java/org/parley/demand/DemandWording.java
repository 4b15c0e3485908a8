package org.parley.demand;

import org.parley.demand.DemandEvent.DemandConceded;
import org.parley.demand.DemandEvent.DemandDropped;
import org.parley.demand.DemandEvent.DemandMade;
import org.parley.demand.DemandEvent.DemandRefused;
import org.parley.matter.Names;
import org.parley.matter.Wording;

/** Renders the events of this kind as English clauses. */
final class DemandWording implements Wording<DemandEvent> {

    @Override
    public String clause(DemandEvent event, Names names) {
        return switch (event) {
            case DemandMade e ->
                names.all(e.by()) + " demanded of " + names.all(e.of()) + " (" + names.title() + ")"
                        + names.tail(e.precondition() ? ", as a precondition: " : ": ", e.substance());
            case DemandRefused e ->
                names.all(e.by()) + " refused the demand " + names.title() + names.tail(": ", e.reason());
            case DemandConceded e ->
                names.all(e.by()) + " conceded the demand " + names.title() + names.tail(": ", e.reason());
            case DemandDropped e ->
                names.all(e.by()) + " dropped the demand " + names.title() + names.tail(": ", e.reason());
        };
    }
}
