package org.parley.warning;

import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.warning.WarningEvent.ConsequencesImposed;
import org.parley.warning.WarningEvent.ConsequencesThreatened;
import org.parley.warning.WarningEvent.WarningLapsed;
import org.parley.warning.WarningEvent.WarningWithdrawn;

/** Renders the events of this kind as English clauses. */
final class WarningWording implements Wording<WarningEvent> {

    @Override
    public String clause(WarningEvent event, Names names) {
        return switch (event) {
            case ConsequencesThreatened e ->
                names.all(e.by()) + " threatened " + names.all(e.against()) + " (" + names.title() + ")"
                        + names.tail(" with ", e.consequences()) + names.tail(", on this condition: ", e.condition());
            case ConsequencesImposed e ->
                names.all(e.by(), "those who had threatened") + " carried out the warning " + names.title()
                        + names.tail(": ", e.summary());
            case WarningLapsed e ->
                "the warning " + names.title() + " lapsed without consequences" + names.tail(": ", e.reason());
            case WarningWithdrawn e ->
                names.all(e.by(), "those who had threatened") + " withdrew the warning " + names.title()
                        + names.tail(": ", e.reason());
        };
    }
}
