package org.parley.domain.warning;

import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class WarningWording implements EventWording<WarningEvent> {

    @Override
    public String clause(WarningEvent event, SentenceNames names) {
        return switch (event) {
            case ConsequencesThreatened e ->
                names.actors(e.by()) + " threatened " + names.actors(e.against()) + " (" + names.title() + ")"
                        + names.suffix(" with ", e.consequences())
                        + names.suffix(", on this condition: ", e.condition());
            case ConsequencesImposed e ->
                names.actors(e.by(), "those who had threatened") + " carried out the warning " + names.title()
                        + names.suffix(": ", e.summary());
            case WarningLapsed e ->
                "the warning " + names.title() + " lapsed without consequences" + names.suffix(": ", e.reason());
            case WarningWithdrawn e ->
                names.actors(e.by(), "those who had threatened") + " withdrew the warning " + names.title()
                        + names.suffix(": ", e.reason());
        };
    }
}
