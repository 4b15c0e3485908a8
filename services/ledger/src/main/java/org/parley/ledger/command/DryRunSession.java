package org.parley.ledger.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.command.CommandHash;
import org.parley.domain.decision.CommandPreview;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.ledger.store.LedgerEntryRow;

/**
 * The state of a dry run with several commands: each is decided as if the accepted ones before it had been recorded.
 * Lives as long as the request.
 */
final class DryRunSession {
    private final Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
    private final Map<UUID, LedgerEntryRow> tried = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, PartyRegister> parties = new HashMap<>();

    /** The matter's history including the tried commands; null if there are none. */
    @Nullable RecordedHistory history(MatterAddress matter) {
        return histories.get(matter);
    }

    /** The tried command with this id. */
    Optional<LedgerEntryRow> find(UUID developmentId) {
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
    void add(CommandPreview forecast, CommandHash hash) {
        MatterAddress matter = forecast.matter();
        Event event = forecast.development().event();
        histories.put(matter, forecast.history());
        tried.put(
                forecast.developmentId(),
                new LedgerEntryRow(
                        forecast.developmentId(),
                        matter.negotiation(),
                        matter.kind().slug(),
                        matter.slug(),
                        event.type(),
                        0,
                        forecast.history().version(),
                        hash.decoded()));
        if (event instanceof NegotiationOpened) {
            opened.add(matter.negotiation());
        }
        if (matter.kind() == MatterKind.NEGOTIATION) {
            parties.put(matter.negotiation(), PartyRegister.of(forecast.history()));
        }
    }
}
