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
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class ExchangeWording implements EventWording<ExchangeEvent> {

    @Override
    public String clause(ExchangeEvent event, SentenceNames names) {
        return switch (event) {
            case ExchangeProposed e ->
                names.actors(e.by()) + " proposed the exchange " + names.title() + " between "
                        + names.actors(e.between())
                        + (e.gives() == null ? "" : ": " + handovers(e.gives(), " would hand over ", names));
            case ExchangeAgreed e ->
                names.actors(e.between()) + " agreed on the exchange " + names.title() + through(e.via(), names) + ": "
                        + handovers(e.gives(), " is to hand over ", names);
            case ExchangeCarriedOut e ->
                "in the exchange " + names.title() + through(e.via(), names) + ", "
                        + handovers(e.gives(), " handed over ", names)
                        + (e.complete() ? ", which completed it" : "");
            case ExchangeCalledOff e ->
                (e.by() == null
                                ? "the exchange " + names.title() + " was called off"
                                : names.actors(e.by()) + " called off the exchange " + names.title())
                        + names.suffix(": ", e.reason());
        };
    }

    private static String through(@Nullable Actors mediators, SentenceNames names) {
        return mediators == null ? "" : ", mediated by " + names.actors(mediators);
    }

    /** {@code Russia handed over 246 prisoners of war, and Ukraine handed over 277 prisoners of war}. */
    private static String handovers(List<Handover> all, String verb, SentenceNames names) {
        Map<PartyCode, List<Handover>> byParty =
                all.stream().collect(Collectors.groupingBy(Handover::party, LinkedHashMap::new, Collectors.toList()));
        List<String> clauses = byParty.entrySet().stream()
                .map(party -> names.party(party.getKey()) + verb + things(party.getValue()))
                .toList();
        String last = clauses.getLast();
        return clauses.size() == 1 ? last : String.join(", ", clauses.subList(0, clauses.size() - 1)) + ", and " + last;
    }

    private static String things(List<Handover> handovers) {
        List<String> things = handovers.stream().map(ExchangeWording::things).toList();
        String last = things.getLast();
        // Things that are lists themselves need a comma before the last "and".
        return things.size() > 1 && things.stream().anyMatch(thing -> thing.contains(" and "))
                ? String.join(", ", things.subList(0, things.size() - 1)) + ", and " + last
                : Language.ENGLISH.list(things);
    }

    private static String things(Handover handover) {
        String what = SentenceNames.withoutFullStop(handover.what());
        return handover.quantity() == null
                ? what
                : (handover.atLeast() == null ? "" : "at least ") + QuantityText.counted(handover.quantity(), what);
    }
}
