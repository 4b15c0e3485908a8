package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAmended;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnswered;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireEnded;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposalWithdrawn;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireRejected;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireTookEffect;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireViolationAlleged;
import org.parley.domain.language.Language;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishCeasefireWording implements SpanishWording<CeasefireEvent, CeasefireStatus> {

    @Override
    public String kind() {
        return "el alto el fuego";
    }

    @Override
    public String status(CeasefireStatus status) {
        return switch (status) {
            case PROPOSED -> "propuesto";
            case AGREED -> "acordado";
            case REJECTED -> "rechazado";
            case WITHDRAWN -> "retirado";
            case IN_FORCE -> "en vigor";
            case ENDED -> "terminado";
        };
    }

    @Override
    public String clause(CeasefireEvent event, SentenceNames names) {
        return switch (event) {
            case CeasefireProposed e ->
                SpanishGrammar.act(names, e.by(), "propuso", "propusieron") + " el alto el fuego " + names.title()
                        + ", que requiere el consentimiento " + SpanishGrammar.of(names.actors(e.consentOf()))
                        + lasting(e.scope(), e.until(), names) + names.suffix(": ", e.terms());
            case CeasefireAmended e ->
                SpanishGrammar.act(names, e.by(), "las partes", "modificó", "modificaron")
                        + " los términos del alto el fuego " + names.title() + names.suffix(": ", e.terms());
            case CeasefireAccepted e ->
                SpanishGrammar.act(names, e.by(), "aceptó", "aceptaron") + " el alto el fuego " + names.title();
            case CeasefireAnswered e ->
                SpanishGrammar.act(names, e.by(), "dio", "dieron") + " una respuesta condicionada al alto el fuego "
                        + names.title() + names.suffix(", con esta condición: ", e.conditions());
            case CeasefireRejected e ->
                SpanishGrammar.act(names, e.by(), "rechazó", "rechazaron") + " el alto el fuego " + names.title()
                        + names.suffix(": ", e.reason());
            case CeasefireProposalWithdrawn e ->
                (e.by() == null
                                ? "la propuesta de alto el fuego " + names.title() + " fue retirada"
                                : SpanishGrammar.act(names, e.by(), "retiró", "retiraron")
                                        + " la propuesta de alto el fuego " + names.title())
                        + names.suffix(": ", e.reason());
            case CeasefireTookEffect e ->
                "el alto el fuego " + names.title() + " entró en vigor"
                        + (e.by() == null ? "" : ", declarado por " + names.actors(e.by()))
                        + lasting(e.scope(), e.until(), names) + names.suffix(": ", e.terms());
            case CeasefireViolationAlleged e ->
                SpanishGrammar.act(names, e.by(), "acusó", "acusaron") + " "
                        + SpanishGrammar.to(names.actors(e.against())) + " de violar el alto el fuego "
                        + names.title() + names.suffix(": ", e.summary());
            case CeasefireEnded e ->
                (e.by() == null
                                ? "el alto el fuego " + names.title() + " terminó"
                                : SpanishGrammar.act(names, e.by(), "puso fin", "pusieron fin") + " al alto el fuego "
                                        + names.title())
                        + names.suffix(": ", e.reason());
        };
    }

    private static String lasting(@Nullable String scope, @Nullable Edtf until, SentenceNames names) {
        return names.suffix(", para ", scope)
                + (until == null ? "" : ", hasta " + DateText.withoutPreposition(until, Language.SPANISH));
    }
}
