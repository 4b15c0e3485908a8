package org.parley.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;

/**
 * The parties of each negotiation, derived from the events of the negotiation itself. Cached, so that a dry run
 * only reads the events since the last one.
 */
public final class PartyRegisterCache {
    /** The approximate number of events in the cache. */
    private static final long EVENTS_MAX = 100_000;

    private final EventStore store;
    private final LedgerEntryTable entries;
    private final Cache<MatterAddress, CachedParties> cache = Caffeine.newBuilder()
            .maximumWeight(EVENTS_MAX)
            .weigher((MatterAddress negotiation, CachedParties kept) -> kept.weight)
            .build();

    public PartyRegisterCache(EventStore store, LedgerEntryTable entries) {
        this.store = store;
        this.entries = entries;
    }

    /** The parties of a negotiation, as of the current transaction's snapshot. */
    public PartyRegister of(String negotiation) {
        MatterAddress own = MatterAddress.ofNegotiation(negotiation);
        LedgerEntryTable.LastEntry last = entries.last(own).orElse(null);
        if (last == null) {
            return PartyRegister.EMPTY;
        }
        CachedParties known = cache.getIfPresent(own);
        PartyRegister register = known == null ? null : known.upTo(last);
        if (known == null || register == null) {
            return reload(own, last);
        }
        cache.put(own, known); // updates its weight
        return register;
    }

    private PartyRegister reload(MatterAddress own, LedgerEntryTable.LastEntry last) {
        CachedParties kept = new CachedParties(own);
        PartyRegister register = kept.upTo(last);
        if (register == null) {
            throw new IllegalStateException("the events of " + own + " do not end with " + last.developmentId());
        }
        cache.put(own, kept);
        return register;
    }

    /** The cached history of a negotiation and its parties. */
    private final class CachedParties {
        private final RecordedHistory history;
        private PartyRegister register = PartyRegister.EMPTY;
        private @Nullable UUID reached;
        private volatile int weight = 1;

        private CachedParties(MatterAddress own) {
            history = new RecordedHistory(own);
        }

        /** The parties up to an event; null if the cached history does not lead to it. */
        private synchronized @Nullable PartyRegister upTo(LedgerEntryTable.LastEntry last) {
            if (history.version() < last.version() && isStillStored()) {
                store.readEvents(history.address().toString(), history.version())
                        .forEachRemaining(event -> history.record(
                                EventMetadata.of(event.getMetaData()).entry((Development) event.getPayload())));
                reached = history.entries().getLast().developmentId();
                register = PartyRegister.of(history);
                weight = 1 + history.version();
            }
            return last.developmentId().equals(reached) ? register : null;
        }

        /**
         * Whether the store still holds the cached events: a transaction may have been rolled back, or the store
         * restored.
         */
        private boolean isStillStored() {
            return reached == null || entries.find(reached).isPresent();
        }
    }
}
