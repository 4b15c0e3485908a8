package org.parley.domain.guarantee;

import org.jspecify.annotations.Nullable;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionOffered;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionWithdrawn;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeActivated;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAgreed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAmended;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeDiscussed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeEndorsed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeInvoked;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeObjectedTo;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteePackaged;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeProposed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeWithdrawn;
import org.parley.domain.language.Language;
import org.parley.domain.party.Actors;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishGuaranteeWording implements SpanishWording<GuaranteeEvent, GuaranteeStatus> {

    @Override
    public String kind() {
        return "la garantía";
    }

    @Override
    public String status(GuaranteeStatus status) {
        return switch (status) {
            case PROPOSED -> "propuesta";
            case AGREED -> "acordada";
            case IN_FORCE -> "en vigor";
            case WITHDRAWN -> "retirada";
        };
    }

    @Override
    public String clause(GuaranteeEvent event, SentenceNames names) {
        return switch (event) {
            case GuaranteeProposed e ->
                SpanishGrammar.act(names, e.by(), "propuso", "propusieron") + " la garantía " + names.title() + " para "
                        + names.actors(e.to())
                        + (e.guarantors() == null ? "" : ", a cargo " + SpanishGrammar.of(names.actors(e.guarantors())))
                        + mediated(e.via(), names) + names.suffix(": ", e.terms())
                        + names.suffix("; se activaría en este caso: ", e.trigger())
                        + names.suffix("; duración: ", e.term());
            case GuaranteeDiscussed e ->
                SpanishGrammar.act(names, e.by(), "trató", "trataron") + " la garantía " + names.title() + " con "
                        + names.actors(e.with()) + names.suffix(": ", e.summary());
            case GuaranteeAmended e ->
                SpanishGrammar.act(names, e.by(), "las partes", "modificó", "modificaron")
                        + " los términos de la garantía " + names.title() + names.suffix(": ", e.terms())
                        + names.suffix("; se activaría en este caso: ", e.trigger())
                        + names.suffix("; duración: ", e.term());
            case GuaranteeEndorsed e ->
                SpanishGrammar.act(names, e.by(), "respaldó", "respaldaron") + " la garantía " + names.title()
                        + names.suffix(", con esta condición: ", e.conditions());
            case GuaranteeObjectedTo e ->
                (e.ruledOut()
                                ? SpanishGrammar.act(names, e.by(), "descartó", "descartaron") + " la garantía "
                                : SpanishGrammar.act(names, e.by(), "se opuso", "se opusieron") + " a la garantía ")
                        + names.title()
                        + names.suffix(": ", e.reason());
            case ContributionOffered e ->
                SpanishGrammar.act(names, e.by(), "ofreció", "ofrecieron") + " "
                        + QuantityText.format(e.quantity(), e.unit(), e.means(), Language.SPANISH)
                        + " para la garantía " + names.title();
            case ContributionWithdrawn e ->
                SpanishGrammar.act(names, e.by(), "retiró", "retiraron") + " la oferta de "
                        + QuantityText.format(e.quantity(), e.unit(), e.means(), Language.SPANISH)
                        + " para la garantía " + names.title();
            case GuaranteeAgreed e ->
                SpanishGrammar.act(names, e.between(), "acordó", "acordaron") + " la garantía " + names.title()
                        + names.suffix(", por ", e.term()) + mediated(e.via(), names);
            case GuaranteeActivated e ->
                (e.by() == null
                                ? "la garantía " + names.title() + " entró en vigor"
                                : SpanishGrammar.act(names, e.by(), "activó", "activaron") + " la garantía "
                                        + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteeInvoked e ->
                (e.by() == null
                                ? "la garantía " + names.title() + " fue invocada"
                                : SpanishGrammar.act(names, e.by(), "invocó", "invocaron") + " la garantía "
                                        + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteeWithdrawn e ->
                (e.by() == null
                                ? "la garantía " + names.title() + " fue retirada"
                                : SpanishGrammar.act(names, e.by(), "retiró", "retiraron") + " la garantía "
                                        + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteePackaged e ->
                (e.by() == null ? "se reunió" : SpanishGrammar.act(names, e.by(), "reunió", "reunieron"))
                        + " la garantía " + names.title() + " con otras en un paquete";
        };
    }

    private static String mediated(@Nullable Actors via, SentenceNames names) {
        return via == null ? "" : ", con la mediación " + SpanishGrammar.of(names.actors(via));
    }
}
