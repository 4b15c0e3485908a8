package org.parley.cli.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.cli.server.CommandFailedException;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.ImpossibleHistoryException;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.state.NegotiationHistory;

/** Folds the history of a negotiation as known at an instant. */
public final class KnownHistory {
    private KnownHistory() {}

    /**
     * The history of the events recorded up to an instant, inclusive. An instant within a group of events that were
     * recorded together means the one before the group.
     *
     * @throws CommandFailedException when the trail cannot be folded
     */
    public static NegotiationHistory at(String negotiation, List<PublishedEvent> trail, Instant knownAt) {
        try {
            List<PublishedEvent> known = new ArrayList<>(trail.stream()
                    .filter(event -> !event.recordedAt().isAfter(knownAt))
                    .toList());
            while (!known.isEmpty() && known.getLast().continued()) {
                known.removeLast();
            }
            List<LedgerEntry> entries =
                    known.stream().map(PublishedEvent::entry).toList();
            return NegotiationHistory.of(negotiation, entries);
        } catch (IllegalArgumentException | ImpossibleHistoryException e) {
            throw new CommandFailedException("the trail cannot be folded: " + e.getMessage());
        }
    }
}
