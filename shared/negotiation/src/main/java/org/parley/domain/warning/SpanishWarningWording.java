package org.parley.domain.warning;

import org.parley.domain.language.Language;
import org.parley.domain.time.DateText;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesLifted;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningMet;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishWarningWording implements SpanishWording<WarningEvent, WarningStatus> {

    @Override
    public String kind() {
        return "la advertencia";
    }

    @Override
    public String status(WarningStatus status) {
        return switch (status) {
            case STANDING -> "vigente";
            case IMPOSED -> "ejecutada";
            case LIFTED -> "levantada";
            case MET -> "atendida";
            case LAPSED -> "vencida";
            case WITHDRAWN -> "retirada";
        };
    }

    @Override
    public String clause(WarningEvent event, SentenceNames names) {
        return switch (event) {
            case ConsequencesThreatened e ->
                SpanishGrammar.act(names, e.by(), "amenazó", "amenazaron") + " "
                        + SpanishGrammar.to(names.actors(e.against())) + " con consecuencias (" + names.title() + ")"
                        + (e.deadline() == null
                                ? ""
                                : ", con plazo hasta " + DateText.withoutPreposition(e.deadline(), Language.SPANISH))
                        + names.suffix("; condición: ", e.condition())
                        + names.suffix("; consecuencias: ", e.consequences());
            case ConsequencesImposed e ->
                (e.by() == null
                                ? "se impusieron consecuencias"
                                : SpanishGrammar.act(names, e.by(), "impuso", "impusieron") + " consecuencias")
                        + against(e, names) + " (" + names.title() + ")" + names.suffix(": ", e.summary());
            case ConsequencesLifted e ->
                lifted(e, names) + " (" + names.title() + ")" + names.suffix(": ", e.summary());
            case WarningMet e ->
                (e.by() == null ? "se hizo" : SpanishGrammar.act(names, e.by(), "hizo", "hicieron"))
                        + " lo que exigía la advertencia " + names.title() + names.suffix(": ", e.summary());
            case WarningLapsed e ->
                "la advertencia " + names.title() + " venció sin consecuencias" + names.suffix(": ", e.reason());
            case WarningWithdrawn e ->
                (e.by() == null ? "se retiró" : SpanishGrammar.act(names, e.by(), "retiró", "retiraron"))
                        + " la advertencia " + names.title() + names.suffix(": ", e.reason());
        };
    }

    private static String lifted(ConsequencesLifted event, SentenceNames names) {
        boolean isPart = Boolean.TRUE.equals(event.part());
        if (event.by() == null) {
            return isPart ? "se levantó una parte de las consecuencias" : "se levantaron las consecuencias";
        }
        return SpanishGrammar.act(names, event.by(), "levantó", "levantaron")
                + (isPart ? " una parte de las consecuencias" : " las consecuencias");
    }

    /** Against whom; if the report does not say it, the parties that were warned. */
    private static String against(ConsequencesImposed event, SentenceNames names) {
        if (event.against() != null) {
            return " " + SpanishGrammar.to(names.actors(event.against()));
        }
        return names.detail(WarningDetail.class)
                .map(WarningDetail::against)
                .filter(warned -> !warned.isEmpty())
                .map(warned -> " " + SpanishGrammar.to(names.parties(warned)))
                .orElse("");
    }
}
