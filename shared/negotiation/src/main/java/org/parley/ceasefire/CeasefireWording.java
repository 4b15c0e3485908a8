package org.parley.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.ceasefire.CeasefireEvent.CeasefireAmended;
import org.parley.ceasefire.CeasefireEvent.CeasefireAnswered;
import org.parley.ceasefire.CeasefireEvent.CeasefireEnded;
import org.parley.ceasefire.CeasefireEvent.CeasefireProposalWithdrawn;
import org.parley.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.ceasefire.CeasefireEvent.CeasefireRejected;
import org.parley.ceasefire.CeasefireEvent.CeasefireTookEffect;
import org.parley.ceasefire.CeasefireEvent.CeasefireViolationAlleged;
import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.time.DateWords;
import org.parley.time.Edtf;

/** Renders the events of this kind as English clauses. */
final class CeasefireWording implements Wording<CeasefireEvent> {

    @Override
    public String clause(CeasefireEvent event, Names names) {
        return switch (event) {
            case CeasefireProposed e ->
                names.all(e.by()) + " proposed the ceasefire " + names.title() + ", which needs the consent of "
                        + names.all(e.consentOf()) + lasting(e.scope(), e.until(), names) + names.tail(": ", e.terms());
            case CeasefireAmended e ->
                names.all(e.by(), "the parties") + " changed the terms of the ceasefire " + names.title()
                        + names.tail(": ", e.terms());
            case CeasefireAccepted e -> names.all(e.by()) + " accepted the ceasefire " + names.title();
            case CeasefireAnswered e ->
                names.all(e.by()) + " gave a conditional answer to the ceasefire " + names.title()
                        + names.tail(", on condition: ", e.conditions());
            case CeasefireRejected e ->
                names.all(e.by()) + " rejected the ceasefire " + names.title() + names.tail(": ", e.reason());
            case CeasefireProposalWithdrawn e ->
                (e.by() == null
                                ? "the proposal of the ceasefire " + names.title() + " was withdrawn"
                                : names.all(e.by()) + " withdrew the proposal of the ceasefire " + names.title())
                        + names.tail(": ", e.reason());
            case CeasefireTookEffect e ->
                "the ceasefire " + names.title() + " took effect"
                        + (e.by() == null ? "" : ", declared by " + names.all(e.by()))
                        + lasting(e.scope(), e.until(), names) + names.tail(": ", e.terms());
            case CeasefireViolationAlleged e ->
                names.all(e.by()) + " accused " + names.all(e.against()) + " of violating the ceasefire "
                        + names.title() + names.tail(": ", e.summary());
            case CeasefireEnded e ->
                (e.by() == null
                                ? "the ceasefire " + names.title() + " ended"
                                : names.all(e.by()) + " ended the ceasefire " + names.title())
                        + names.tail(": ", e.reason());
        };
    }

    private static String lasting(@Nullable String scope, @Nullable Edtf until, Names names) {
        return names.tail(", for ", scope) + (until == null ? "" : ", until " + DateWords.name(until));
    }
}
