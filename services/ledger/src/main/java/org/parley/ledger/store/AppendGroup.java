package org.parley.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events that were decided and are not stored yet; they are appended together. Used under the negotiation's lock. */
final class AppendGroup {
    private final Map<UUID, LedgerEntryRow> recorded;
    private final List<AppendedEvent> events = new ArrayList<>();

    /** @param recorded the entries that the store has of the ids in this group */
    AppendGroup(Map<UUID, LedgerEntryRow> recorded) {
        this.recorded = Map.copyOf(recorded);
    }

    Optional<LedgerEntryRow> recorded(UUID id) {
        return Optional.ofNullable(recorded.get(id));
    }

    void add(List<AppendedEvent> more) {
        events.addAll(more);
    }

    List<AppendedEvent> events() {
        return events;
    }
}
