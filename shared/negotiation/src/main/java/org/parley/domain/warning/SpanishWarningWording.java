package org.parley.domain.warning;

import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishWarningWording implements SpanishWording<WarningEvent, WarningStatus> {
    private static final String THREATENING = "quienes habían amenazado";

    @Override
    public String kind() {
        return "la advertencia";
    }

    @Override
    public String status(WarningStatus status) {
        return switch (status) {
            case STANDING -> "vigente";
            case IMPOSED -> "cumplida";
            case LAPSED -> "vencida";
            case WITHDRAWN -> "retirada";
        };
    }

    @Override
    public String clause(WarningEvent event, SentenceNames names) {
        return switch (event) {
            case ConsequencesThreatened e ->
                SpanishGrammar.act(names, e.by(), "amenazó", "amenazaron") + " "
                        + SpanishGrammar.to(names.actors(e.against())) + " (" + names.title() + ")"
                        + names.suffix(" con ", e.consequences())
                        + names.suffix(", con esta condición: ", e.condition());
            case ConsequencesImposed e ->
                SpanishGrammar.act(names, e.by(), THREATENING, "cumplió", "cumplieron") + " la advertencia "
                        + names.title() + names.suffix(": ", e.summary());
            case WarningLapsed e ->
                "la advertencia " + names.title() + " venció sin consecuencias" + names.suffix(": ", e.reason());
            case WarningWithdrawn e ->
                SpanishGrammar.act(names, e.by(), THREATENING, "retiró", "retiraron") + " la advertencia "
                        + names.title() + names.suffix(": ", e.reason());
        };
    }
}
