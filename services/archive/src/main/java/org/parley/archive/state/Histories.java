package org.parley.archive.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parley.history.History;
import org.parley.matter.MatterAddress;

/**
 * Histories of the matters that took them lately, so that one correction more is folded without reading all before it. A
 * history may be ahead of the database, when a transaction was rolled back; so it is used only where it goes exactly as far
 * as the database says, and by one at a time.
 */
final class Histories {
    /** How many events are kept at most, over all histories. */
    private static final long EVENTS_MAX = 50_000;

    private final Cache<MatterAddress, History> cache = Caffeine.newBuilder()
            .maximumWeight(EVENTS_MAX)
            .weigher((MatterAddress matter, History history) -> history.version())
            .executor(Runnable::run)
            .build();

    /**
     * Takes out the history of a matter; null when there is none that goes so far.
     *
     * @param stored how far the database goes
     */
    @Nullable History at(MatterAddress matter, Reached stored) {
        History history = cache.asMap().remove(matter);
        return history != null && reached(history).equals(stored) ? history : null;
    }

    /** Puts in a history for the next time. */
    void keep(History history) {
        cache.put(history.address(), history);
    }

    private static Reached reached(History history) {
        return new Reached(history.version(), history.lastPosition());
    }
}
