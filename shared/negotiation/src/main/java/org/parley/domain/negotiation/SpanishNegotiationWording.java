package org.parley.domain.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.parley.domain.language.Language;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationConcluded;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationReopened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyReadmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartySuspended;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.negotiation.NegotiationEvent.TalksBrokenOff;
import org.parley.domain.negotiation.NegotiationEvent.TalksResumed;
import org.parley.domain.negotiation.NegotiationEvent.TalksSuspended;
import org.parley.domain.party.PartyRole;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.DirectionIsolate;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishNegotiationWording implements SpanishWording<NegotiationEvent, NegotiationStatus> {

    @Override
    public String kind() {
        return "la negociación";
    }

    @Override
    public String status(NegotiationStatus status) {
        return switch (status) {
            case NOT_OPENED -> "aún sin abrir";
            case OPEN -> "abierta";
            case SUSPENDED -> "suspendida";
            case BROKEN_OFF -> "rota";
            case CONCLUDED -> "concluida";
        };
    }

    @Override
    public String clause(NegotiationEvent event, SentenceNames names) {
        return switch (event) {
            case NegotiationOpened e -> "se abrió la negociación " + names.title() + names.suffix(": ", e.summary());
            case PartyAdmitted e -> admitted(e, names);
            case PartyWithdrew e ->
                names.party(e.party()) + " se retiró de " + names.title() + names.suffix(": ", e.reason());
            case PartySuspended e ->
                (e.by() == null ? "se suspendió" : SpanishGrammar.act(names, e.by(), "suspendió", "suspendieron"))
                        + " la participación " + SpanishGrammar.of(names.party(e.party())) + " en " + names.title()
                        + (e.until() == null
                                ? ""
                                : " hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH))
                        + names.suffix(": ", e.reason());
            case PartyReadmitted e ->
                names.party(e.party()) + " volvió a " + names.title() + names.suffix(": ", e.reason());
            case TalksSuspended e ->
                SpanishGrammar.act(names, e.by(), "las partes", "suspendió", "suspendieron") + " las conversaciones de "
                        + names.title() + names.suffix(": ", e.reason());
            case TalksResumed e ->
                SpanishGrammar.act(names, e.by(), "las partes", "reanudó", "reanudaron") + " las conversaciones de "
                        + names.title() + names.suffix(": ", e.reason());
            case TalksBrokenOff e ->
                SpanishGrammar.act(names, e.by(), "las partes", "rompió", "rompieron") + " las conversaciones de "
                        + names.title() + names.suffix(": ", e.reason());
            case NegotiationReopened e ->
                SpanishGrammar.act(names, e.by(), "las partes", "reabrió", "reabrieron") + " " + names.title()
                        + names.suffix(": ", e.reason());
            case NegotiationConcluded e -> names.title() + " concluyó" + names.suffix(": ", e.summary());
        };
    }

    private static String admitted(PartyAdmitted admission, SentenceNames names) {
        String name = names.admitted(admission.party(), admission.name());
        String relations = relations(admission, names);
        PartyRole role = admission.role();
        return names.isRenamed(admission.party(), name)
                ? "una parte en " + names.title() + " pasó a llamarse " + DirectionIsolate.of(name) + relations
                        + (role == null ? "" : ", en el papel de " + role(role))
                : "se registró " + SpanishGrammar.to(DirectionIsolate.of(name)) + relations
                        + (relations.isEmpty() ? "" : ",")
                        + (role == null
                                ? " como parte en " + names.title()
                                : " en " + names.title() + " como " + role(role));
    }

    /** A relative clause about the party, right after its name. */
    private static String relations(PartyAdmitted admission, SentenceNames names) {
        List<String> relations = new ArrayList<>();
        if (admission.partOf() != null) {
            relations.add("que forma parte " + SpanishGrammar.of(names.party(admission.partOf())));
        }
        if (admission.succeeds() != null) {
            relations.add("que sucede " + SpanishGrammar.to(names.actors(admission.succeeds())));
        }
        return relations.isEmpty() ? "" : ", " + Language.SPANISH.list(relations);
    }

    private static String role(PartyRole role) {
        return switch (role) {
            case PRINCIPAL -> "parte principal";
            case FACILITATOR -> "facilitador";
            case MONITOR -> "verificador";
            case WITNESS -> "testigo";
            case BELLIGERENT -> "beligerante";
            case MEDIATOR -> "mediador";
            case GUARANTOR -> "garante";
            case SUPPORTER -> "apoyo";
            case OBSERVER -> "observador";
            case COMMENTATOR -> "comentarista";
        };
    }
}
