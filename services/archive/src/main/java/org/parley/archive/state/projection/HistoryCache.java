package org.parley.archive.state.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.parley.archive.store.MemoryUse;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;

/**
 * A cache of the matter histories used recently, so that the next correction is folded without reading the history
 * again. A history may be ahead of the database after a rollback. It is therefore used only if it ends at the position
 * in the database, and it is removed from the cache while it is in use.
 */
final class HistoryCache {
    private static final int HEAP_PART = 16;

    private final Cache<MatterAddress, CachedHistory> cache;

    /**
     * A cached history.
     *
     * @param bytes the estimated memory
     */
    record CachedHistory(RecordedHistory history, long bytes) {}

    /** A cache of at most a sixteenth of the heap. */
    HistoryCache() {
        this(MemoryUse.partOfHeap(HEAP_PART));
    }

    HistoryCache(long bytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((MatterAddress matter, CachedHistory kept) -> (int) Math.min(Integer.MAX_VALUE, kept.bytes()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Removes and returns the history of a matter; empty if the cache does not have it up to this point.
     *
     * @param stored the end of the history in the database
     */
    Optional<CachedHistory> take(MatterAddress matter, HistoryVersion stored) {
        return Optional.ofNullable(cache.asMap().remove(matter))
                .filter(kept -> reached(kept.history()).equals(stored));
    }

    void put(CachedHistory kept) {
        cache.put(kept.history().address(), kept);
    }

    /** The estimated memory of all histories, in bytes. */
    long bytes() {
        return cache.asMap().values().stream().mapToLong(CachedHistory::bytes).sum();
    }

    private static HistoryVersion reached(RecordedHistory history) {
        return new HistoryVersion(history.version(), history.lastPosition());
    }
}
