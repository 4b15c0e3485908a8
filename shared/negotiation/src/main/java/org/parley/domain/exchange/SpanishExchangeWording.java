package org.parley.domain.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.domain.exchange.ExchangeEvent.ExchangeAgreed;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCalledOff;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCarriedOut;
import org.parley.domain.exchange.ExchangeEvent.ExchangeProposed;
import org.parley.domain.language.Language;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishExchangeWording implements SpanishWording<ExchangeEvent, ExchangeStatus> {

    @Override
    public String kind() {
        return "el canje";
    }

    @Override
    public String status(ExchangeStatus status) {
        return switch (status) {
            case PROPOSED -> "propuesto";
            case AGREED -> "acordado";
            case PARTLY_DONE -> "realizado en parte";
            case DONE -> "realizado";
            case CALLED_OFF -> "anulado";
        };
    }

    @Override
    public String clause(ExchangeEvent event, SentenceNames names) {
        return switch (event) {
            case ExchangeProposed e ->
                SpanishGrammar.act(names, e.by(), "propuso", "propusieron") + " el canje " + names.title()
                        + " entre " + names.actors(e.between())
                        + (e.gives() == null ? "" : ": " + handovers(e.gives(), " entregaría ", names));
            case ExchangeAgreed e ->
                SpanishGrammar.act(names, e.between(), "acordó", "acordaron") + " el canje " + names.title()
                        + through(e.via(), names) + ": " + handovers(e.gives(), " debe entregar ", names);
            case ExchangeCarriedOut e ->
                "en el canje " + names.title() + through(e.via(), names) + ", "
                        + handovers(e.gives(), " entregó ", names)
                        + (e.complete() ? ", con lo que quedó completado" : "");
            case ExchangeCalledOff e ->
                (e.by() == null ? "se anuló" : SpanishGrammar.act(names, e.by(), "anuló", "anularon")) + " el canje "
                        + names.title() + names.suffix(": ", e.reason());
        };
    }

    private static String through(@Nullable Actors mediators, SentenceNames names) {
        return mediators == null ? "" : ", con la mediación " + SpanishGrammar.of(names.actors(mediators));
    }

    /** {@code Rusia entregó 246 prisioneros de guerra y Ucrania entregó 277 prisioneros de guerra}. */
    private static String handovers(List<Handover> all, String verb, SentenceNames names) {
        Map<PartyCode, List<Handover>> byParty =
                all.stream().collect(Collectors.groupingBy(Handover::party, LinkedHashMap::new, Collectors.toList()));
        return Language.SPANISH.list(byParty.entrySet().stream()
                .map(party -> names.party(party.getKey())
                        + verb
                        + Language.SPANISH.list(party.getValue().stream()
                                .map(SpanishExchangeWording::things)
                                .toList()))
                .toList());
    }

    private static String things(Handover handover) {
        String what = SentenceNames.withoutFullStop(handover.what());
        return handover.quantity() == null
                ? what
                : (handover.atLeast() == null ? "" : "al menos ")
                        + QuantityText.counted(handover.quantity(), what, Language.SPANISH);
    }
}
