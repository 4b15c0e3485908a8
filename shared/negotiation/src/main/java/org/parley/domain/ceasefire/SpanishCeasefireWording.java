package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAmended;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnnounced;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnswered;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireEnded;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireExpired;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireExtended;
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
            case ANNOUNCED -> "anunciado";
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
            case CeasefireAnnounced e ->
                SpanishGrammar.act(names, e.by(), "anunció", "anunciaron") + " el alto el fuego " + names.title()
                        + ", que debía comenzar " + DateText.withPreposition(e.from(), Language.SPANISH)
                        + (e.until() == null
                                ? ""
                                : " y durar hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH))
                        + names.suffix(", para ", e.scope()) + names.suffix(": ", e.terms());
            case CeasefireProposed e ->
                names.actors(e.by())
                        + (e.via() == null ? "" : ", por medio " + SpanishGrammar.of(names.actors(e.via())) + ",")
                        + (e.by().parties().size() == 1 ? " propuso" : " propusieron") + " el alto el fuego "
                        + names.title() + consents(e, names)
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
                                ? "se retiró " + withdrawn(names)
                                : SpanishGrammar.act(names, e.by(), "retiró", "retiraron") + " " + withdrawn(names))
                        + names.suffix(": ", e.reason());
            case CeasefireTookEffect e ->
                "el alto el fuego " + names.title() + " entró en vigor"
                        + (e.by() == null ? "" : ", declarado por " + names.actors(e.by()))
                        + lasting(e.scope(), e.until(), names) + names.suffix(": ", e.terms());
            case CeasefireExtended e ->
                (e.by() == null
                                ? "se prorrogó el alto el fuego "
                                : SpanishGrammar.act(names, e.by(), "prorrogó", "prorrogaron") + " el alto el fuego ")
                        + names.title() + " hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH);
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
            case CeasefireExpired e -> "el alto el fuego " + names.title() + " expiró" + names.suffix(": ", e.reason());
        };
    }

    private static String consents(CeasefireProposed event, SentenceNames names) {
        return event.consentOf()
                .without(event.by().parties())
                .map(others -> ", que requiere el consentimiento " + SpanishGrammar.of(names.actors(others)))
                .orElse("");
    }

    private static String withdrawn(SentenceNames names) {
        boolean announced = names.detail(CeasefireDetail.class)
                .filter(detail -> !detail.announcedBy().isEmpty())
                .isPresent();
        return (announced ? "el alto el fuego anunciado " : "la propuesta de alto el fuego ") + names.title();
    }

    private static String lasting(@Nullable String scope, @Nullable Edtf until, SentenceNames names) {
        return names.suffix(", para ", scope)
                + (until == null ? "" : ", hasta " + DateText.withoutPreposition(until, Language.SPANISH));
    }
}
