package org.parley.domain.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of an exchange. Each becomes the event with the same fields. */
public sealed interface ExchangeCommand extends Command {

    record ProposeExchange(
            @ActingParty Actors by,
            @ActingParty Actors between,
            @ActingParty @Nullable List<Handover> gives) implements ExchangeCommand {}

    record AgreeExchange(
            @ActingParty Actors between,
            @ActingParty List<Handover> gives,
            @ActingParty @Nullable Actors via) implements ExchangeCommand {}

    record CarryOutExchange(
            @ActingParty List<Handover> gives,
            @ActingParty @Nullable Actors via,
            @Nullable Boolean complete) implements ExchangeCommand {}

    record CallOffExchange(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements ExchangeCommand {}
}
