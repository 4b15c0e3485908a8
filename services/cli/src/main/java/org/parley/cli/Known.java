package org.parley.cli;

import java.time.Instant;
import java.util.List;
import org.parley.contract.PublishedEvent;
import org.parley.history.Entry;
import org.parley.history.ImpossibleHistory;
import org.parley.state.NegotiationHistory;

/** Folds the history of a negotiation as known at an instant. */
final class Known {
    private Known() {}

    /**
     * The history of the events recorded up to an instant, inclusive.
     *
     * @throws Refused when the trail cannot be folded
     */
    static NegotiationHistory at(String negotiation, List<PublishedEvent> trail, Instant knownAt) {
        try {
            List<Entry> entries = trail.stream()
                    .filter(event -> !event.recordedAt().isAfter(knownAt))
                    .map(PublishedEvent::entry)
                    .toList();
            return NegotiationHistory.of(negotiation, entries);
        } catch (IllegalArgumentException | ImpossibleHistory e) {
            throw new Refused("the trail cannot be folded: " + e.getMessage());
        }
    }
}
