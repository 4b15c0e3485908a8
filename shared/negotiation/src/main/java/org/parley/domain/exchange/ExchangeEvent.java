package org.parley.domain.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The events of an exchange. */
public sealed interface ExchangeEvent extends Event {

    /** An exchange is proposed. */
    record ExchangeProposed(
            @ActingParty Actors by,
            @ActingParty Actors between,
            @ActingParty @Nullable List<Handover> gives) implements ExchangeEvent {}

    /** An exchange is agreed, or a further list of one that is agreed already. */
    record ExchangeAgreed(
            @ActingParty Actors between,
            @ActingParty List<Handover> gives,
            @ActingParty @Nullable Actors via) implements ExchangeEvent {}

    /** People or things are handed over. */
    record ExchangeCarriedOut(
            @ActingParty List<Handover> gives,
            @ActingParty @Nullable Actors via,
            boolean complete) implements ExchangeEvent {}

    /** The exchange is called off. What was handed over by then remains so. */
    record ExchangeCalledOff(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements ExchangeEvent {}
}
