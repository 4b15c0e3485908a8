package org.parley.domain.warning;

import org.parley.domain.time.DateText;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesLifted;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningMet;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class WarningWording implements EventWording<WarningEvent> {

    @Override
    public String clause(WarningEvent event, SentenceNames names) {
        return switch (event) {
            case ConsequencesThreatened e ->
                names.actors(e.by()) + " threatened " + names.actors(e.against()) + " with consequences ("
                        + names.title() + ")"
                        + (e.deadline() == null
                                ? ""
                                : ", with a deadline of " + DateText.withoutPreposition(e.deadline()))
                        + names.suffix("; condition: ", e.condition())
                        + names.suffix("; consequences: ", e.consequences());
            case ConsequencesImposed e ->
                (e.by() == null ? "consequences were imposed" : names.actors(e.by()) + " imposed consequences")
                        + against(e, names) + " (" + names.title() + ")" + names.suffix(": ", e.summary());
            case ConsequencesLifted e ->
                lifted(e, names) + " (" + names.title() + ")" + names.suffix(": ", e.summary());
            case WarningMet e ->
                (e.by() == null
                                ? "what the warning " + names.title() + " demanded was done"
                                : names.actors(e.by()) + " did what the warning " + names.title() + " demanded")
                        + names.suffix(": ", e.summary());
            case WarningLapsed e ->
                "the warning " + names.title() + " lapsed without consequences" + names.suffix(": ", e.reason());
            case WarningWithdrawn e ->
                (e.by() == null
                                ? "the warning " + names.title() + " was withdrawn"
                                : names.actors(e.by()) + " withdrew the warning " + names.title())
                        + names.suffix(": ", e.reason());
        };
    }

    private static String lifted(ConsequencesLifted event, SentenceNames names) {
        boolean part = Boolean.TRUE.equals(event.part());
        if (event.by() != null) {
            return names.actors(event.by()) + (part ? " lifted part of the consequences" : " lifted the consequences");
        }
        return part ? "part of the consequences was lifted" : "the consequences were lifted";
    }

    /** Against whom; if the report does not say it, the parties that were warned. */
    private static String against(ConsequencesImposed event, SentenceNames names) {
        if (event.against() != null) {
            return " on " + names.actors(event.against());
        }
        return names.detail(WarningDetail.class)
                .map(WarningDetail::against)
                .filter(warned -> !warned.isEmpty())
                .map(warned -> " on " + names.parties(warned))
                .orElse("");
    }
}
