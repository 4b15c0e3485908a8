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
 * What a trial of several commands has seen so far: each is judged as if those before it that were fit had been
 * recorded. It lives as long as the request.
 */
final class Trial {
    private final Map<MatterAddress, History> histories = new HashMap<>();
    private final Map<UUID, Recorded> tried = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, PartyRegister> parties = new HashMap<>();

    /** The matter's history with what was tried before; null when nothing was. */
    @Nullable History history(MatterAddress matter) {
        return histories.get(matter);
    }

    /** What was tried under this id. */
    Optional<Recorded> find(UUID developmentId) {
        return Optional.ofNullable(tried.get(developmentId));
    }

    boolean hasOpened(String negotiation) {
        return opened.contains(negotiation);
    }

    /** The parties of a negotiation with what was tried of it; null when nothing was. */
    @Nullable PartyRegister parties(String negotiation) {
        return parties.get(negotiation);
    }

    /** Takes in a command that is fit. */
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
