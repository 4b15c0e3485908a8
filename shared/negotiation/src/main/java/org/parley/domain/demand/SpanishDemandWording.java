package org.parley.domain.demand;

import org.parley.domain.demand.DemandEvent.DemandConceded;
import org.parley.domain.demand.DemandEvent.DemandDropped;
import org.parley.domain.demand.DemandEvent.DemandMade;
import org.parley.domain.demand.DemandEvent.DemandRefused;
import org.parley.domain.language.Language;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishDemandWording implements SpanishWording<DemandEvent, DemandStatus> {

    @Override
    public String kind() {
        return "la exigencia";
    }

    @Override
    public String status(DemandStatus status) {
        return switch (status) {
            case STANDING -> "vigente";
            case REFUSED -> "rechazada";
            case CONCEDED -> "concedida";
            case DROPPED -> "retirada";
        };
    }

    @Override
    public String clause(DemandEvent event, SentenceNames names) {
        return switch (event) {
            case DemandMade e ->
                SpanishGrammar.act(names, e.by(), "planteó", "plantearon") + " "
                        + SpanishGrammar.to(names.actors(e.of())) + " la exigencia " + names.title()
                        + (e.precondition() ? ", como condición previa" : "")
                        + (e.deadline() == null
                                ? ""
                                : ", con plazo hasta " + DateText.withoutPreposition(e.deadline(), Language.SPANISH))
                        + names.suffix(": ", e.substance());
            case DemandRefused e ->
                SpanishGrammar.act(names, e.by(), "rechazó", "rechazaron") + " la exigencia " + names.title()
                        + names.suffix(": ", e.reason());
            case DemandConceded e ->
                SpanishGrammar.act(names, e.by(), "accedió", "accedieron") + " a la exigencia " + names.title()
                        + names.suffix(": ", e.reason());
            case DemandDropped e ->
                (e.by() == null ? "se retiró" : SpanishGrammar.act(names, e.by(), "retiró", "retiraron"))
                        + " la exigencia " + names.title() + names.suffix(": ", e.reason());
        };
    }
}
