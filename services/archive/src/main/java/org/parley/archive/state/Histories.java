package org.parley.archive.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.parley.archive.store.MemoryUse;
import org.parley.history.History;
import org.parley.matter.MatterAddress;

/**
 * Histories of the matters that took them lately, so that one correction more is folded without reading all before it. A
 * history may be ahead of the database, when a transaction was rolled back; so it is used only where it goes exactly as far
 * as the database says, and by one at a time.
 */
final class Histories {
    private static final int HEAP_PART = 16;

    private final Cache<MatterAddress, Kept> cache;

    /**
     * A history that is kept.
     *
     * @param bytes about what it takes in memory
     */
    record Kept(History history, long bytes) {}

    /** Keeps so many bytes as are a sixteenth of the heap. */
    Histories() {
        this(MemoryUse.partOfHeap(HEAP_PART));
    }

    Histories(long bytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((MatterAddress matter, Kept kept) -> (int) Math.min(Integer.MAX_VALUE, kept.bytes()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Takes out the history of a matter; empty when there is none that goes so far.
     *
     * @param stored how far the database goes
     */
    Optional<Kept> at(MatterAddress matter, Reached stored) {
        return Optional.ofNullable(cache.asMap().remove(matter))
                .filter(kept -> reached(kept.history()).equals(stored));
    }

    /** Puts in a history for the next time. */
    void keep(Kept kept) {
        cache.put(kept.history().address(), kept);
    }

    /** About how many bytes all take. */
    long bytes() {
        return cache.asMap().values().stream().mapToLong(Kept::bytes).sum();
    }

    private static Reached reached(History history) {
        return new Reached(history.version(), history.lastPosition());
    }
}
