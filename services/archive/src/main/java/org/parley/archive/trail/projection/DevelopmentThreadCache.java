package org.parley.archive.trail.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.parley.archive.store.MemoryUse;
import org.parley.domain.history.DevelopmentThread;

/**
 * The threads of developments that received editorial events recently, so that the next one is applied without reading
 * the thread again. A thread may be ahead of the database after a rollback. It is therefore used only if its last
 * position is the one in the database, and it is removed from the cache while it is in use.
 */
final class DevelopmentThreadCache {
    private static final int HEAP_PART = 32;

    private final Cache<UUID, CachedThread> cache = Caffeine.newBuilder()
            .maximumWeight(MemoryUse.partOfHeap(HEAP_PART))
            .weigher((UUID root, CachedThread kept) -> (int) Math.min(Integer.MAX_VALUE, kept.bytes()))
            .executor(Runnable::run)
            .build();

    /**
     * A cached thread.
     *
     * @param bytes the estimated memory
     */
    record CachedThread(DevelopmentThread thread, long bytes) {}

    /**
     * Removes and returns the thread of a development, if the cache has it up to this position.
     *
     * @param lastPosition the position of the last entry of the thread in the database
     */
    Optional<CachedThread> take(UUID root, long lastPosition) {
        return Optional.ofNullable(cache.asMap().remove(root))
                .filter(kept -> kept.thread().last().position() == lastPosition);
    }

    void put(CachedThread kept) {
        cache.put(kept.thread().first().developmentId(), kept);
    }
}
