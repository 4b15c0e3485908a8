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
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class CeasefireWording implements EventWording<CeasefireEvent> {

    @Override
    public String clause(CeasefireEvent event, SentenceNames names) {
        return switch (event) {
            case CeasefireAnnounced e ->
                names.actors(e.by()) + " announced the ceasefire " + names.title() + ", to begin "
                        + DateText.withPreposition(e.from())
                        + (e.until() == null ? "" : " and last until " + DateText.withoutPreposition(e.until()))
                        + names.suffix(", for ", e.scope()) + names.suffix(": ", e.terms());
            case CeasefireProposed e ->
                names.actors(e.by()) + (e.via() == null ? "" : ", through " + names.actors(e.via()) + ",")
                        + " proposed the ceasefire " + names.title() + consents(e, names)
                        + lasting(e.scope(), e.until(), names)
                        + names.suffix(": ", e.terms());
            case CeasefireAmended e ->
                names.actors(e.by(), "the parties") + " changed the terms of the ceasefire " + names.title()
                        + names.suffix(": ", e.terms());
            case CeasefireAccepted e -> names.actors(e.by()) + " accepted the ceasefire " + names.title();
            case CeasefireAnswered e ->
                names.actors(e.by()) + " gave a conditional answer to the ceasefire " + names.title()
                        + names.suffix(", on condition: ", e.conditions());
            case CeasefireRejected e ->
                names.actors(e.by()) + " rejected the ceasefire " + names.title() + names.suffix(": ", e.reason());
            case CeasefireProposalWithdrawn e ->
                (e.by() == null
                                ? withdrawn(names) + " was withdrawn"
                                : names.actors(e.by()) + " withdrew " + withdrawn(names))
                        + names.suffix(": ", e.reason());
            case CeasefireTookEffect e ->
                "the ceasefire " + names.title() + " took effect"
                        + (e.by() == null ? "" : ", declared by " + names.actors(e.by()))
                        + lasting(e.scope(), e.until(), names) + names.suffix(": ", e.terms());
            case CeasefireExtended e ->
                (e.by() == null
                                ? "the ceasefire " + names.title() + " was extended until "
                                : names.actors(e.by()) + " extended the ceasefire " + names.title() + " until ")
                        + DateText.withoutPreposition(e.until());
            case CeasefireViolationAlleged e ->
                names.actors(e.by()) + " accused " + names.actors(e.against()) + " of violating the ceasefire "
                        + names.title() + names.suffix(": ", e.summary());
            case CeasefireEnded e ->
                (e.by() == null
                                ? "the ceasefire " + names.title() + " ended"
                                : names.actors(e.by()) + " ended the ceasefire " + names.title())
                        + names.suffix(": ", e.reason());
            case CeasefireExpired e -> "the ceasefire " + names.title() + " expired" + names.suffix(": ", e.reason());
        };
    }

    /** Proposing is not accepting: the sentence names no consent of the proposing party, even if it is the only one. */
    private static String consents(CeasefireProposed event, SentenceNames names) {
        return event.consentOf()
                .without(event.by().parties())
                .map(others -> ", which needs the consent of " + names.actors(others))
                .orElse("");
    }

    private static String withdrawn(SentenceNames names) {
        boolean announced = names.detail(CeasefireDetail.class)
                .filter(detail -> !detail.announcedBy().isEmpty())
                .isPresent();
        return (announced ? "the announced ceasefire " : "the proposal of the ceasefire ") + names.title();
    }

    private static String lasting(@Nullable String scope, @Nullable Edtf until, SentenceNames names) {
        return names.suffix(", for ", scope) + (until == null ? "" : ", until " + DateText.withoutPreposition(until));
    }
}
