package org.parley.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.parley.history.History;
import org.parley.history.PartyRegister;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;

/**
 * The parties of each negotiation, by what the store holds of the negotiation itself. What was read is kept in memory,
 * so that a command reads no more of it than was recorded since the last one.
 */
public final class PartyRegisters {
    /** So many events of negotiations are kept in memory, about. */
    private static final long EVENTS_MAX = 100_000;

    private final EventStore store;
    private final Entries entries;
    private final Cache<MatterAddress, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(EVENTS_MAX)
            .weigher((MatterAddress negotiation, Kept kept) -> kept.weight)
            .build();

    public PartyRegisters(EventStore store, Entries entries) {
        this.store = store;
        this.entries = entries;
    }

    /** The parties of a negotiation, as the transaction sees the store. */
    public PartyRegister of(String negotiation) {
        MatterAddress own = MatterAddress.ofNegotiation(negotiation);
        Entries.Last last = entries.last(own).orElse(null);
        if (last == null) {
            return PartyRegister.EMPTY;
        }
        Kept known = cache.getIfPresent(own);
        PartyRegister register = known == null ? null : known.upTo(last);
        if (known == null || register == null) {
            return readAgain(own, last);
        }
        cache.put(own, known); // weighs it again
        return register;
    }

    private PartyRegister readAgain(MatterAddress own, Entries.Last last) {
        Kept kept = new Kept(own);
        PartyRegister register = kept.upTo(last);
        if (register == null) {
            throw new IllegalStateException("the events of " + own + " do not end with " + last.developmentId());
        }
        cache.put(own, kept);
        return register;
    }

    /** A negotiation's own history as far as it was read, and the parties by it. */
    private final class Kept {
        private final History history;
        private PartyRegister register = PartyRegister.EMPTY;
        private @Nullable UUID reached;
        private volatile int weight = 1;

        private Kept(MatterAddress own) {
            history = new History(own);
        }

        /** The parties by all up to an event; null when what was read is no part of that. */
        private synchronized @Nullable PartyRegister upTo(Entries.Last last) {
            if (history.version() < last.version() && isFollowed()) {
                store.readEvents(history.address().toString(), history.version())
                        .forEachRemaining(event ->
                                history.record(Stamp.of(event.getMetaData()).entry((Development) event.getPayload())));
                reached = history.entries().getLast().developmentId();
                register = PartyRegister.of(history);
                weight = 1 + history.version();
            }
            return last.developmentId().equals(reached) ? register : null;
        }

        /**
         * Whether the store still holds what was read: a transaction may have been rolled back, or the store restored.
         */
        private boolean isFollowed() {
            return reached == null || entries.find(reached).isPresent();
        }
    }
}
