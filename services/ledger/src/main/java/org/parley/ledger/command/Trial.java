package org.parley.ledger.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CommandHash;
import org.parley.history.Forecast;
import org.parley.history.History;
import org.parley.history.PartyRegister;
import org.parley.ledger.store.Recorded;
import org.parley.matter.Event;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.process.ProcessEvent.NegotiationOpened;

/**
 * The state of a dry run with several commands: each is decided as if the accepted ones before it had been recorded.
 * Lives as long as the request.
 */
final class Trial {
    private final Map<MatterAddress, History> histories = new HashMap<>();
    private final Map<UUID, Recorded> tried = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, PartyRegister> parties = new HashMap<>();

    /** The matter's history including the tried commands; null if there are none. */
    @Nullable History history(MatterAddress matter) {
        return histories.get(matter);
    }

    /** The tried command with this id. */
    Optional<Recorded> find(UUID developmentId) {
        return Optional.ofNullable(tried.get(developmentId));
    }

    boolean hasOpened(String negotiation) {
        return opened.contains(negotiation);
    }

    /** The parties of a negotiation including the tried commands; null if there are none. */
    @Nullable PartyRegister parties(String negotiation) {
        return parties.get(negotiation);
    }

    /** Adds an accepted command. */
    void take(Forecast forecast, CommandHash hash) {
        MatterAddress matter = forecast.matter();
        Event event = forecast.development().event();
        histories.put(matter, forecast.with());
        tried.put(
                forecast.developmentId(),
                new Recorded(
                        forecast.developmentId(),
                        matter.negotiation(),
                        matter.kind().slug(),
                        matter.slug(),
                        event.type(),
                        0,
                        forecast.with().version(),
                        hash.decoded()));
        if (event instanceof NegotiationOpened) {
            opened.add(matter.negotiation());
        }
        if (matter.kind() == Kind.NEGOTIATION) {
            parties.put(matter.negotiation(), PartyRegister.of(forecast.with()));
        }
    }
}
