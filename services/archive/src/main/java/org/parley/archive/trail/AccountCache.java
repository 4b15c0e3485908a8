package org.parley.archive.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.parley.archive.store.MemoryUse;
import org.parley.history.Account;

/**
 * The threads of developments that received editorial events recently, so that the next one is applied without reading
 * the thread again. A thread may be ahead of the database after a rollback. It is therefore used only if its last
 * position is the one in the database, and it is taken out of the cache while it is used.
 */
final class AccountCache {
    private static final int HEAP_PART = 32;

    private final Cache<UUID, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(MemoryUse.partOfHeap(HEAP_PART))
            .weigher((UUID root, Kept kept) -> (int) Math.min(Integer.MAX_VALUE, kept.bytes()))
            .executor(Runnable::run)
            .build();

    /**
     * A cached thread.
     *
     * @param bytes the estimated memory
     */
    record Kept(Account account, long bytes) {}

    /**
     * Removes and returns the thread of a development, if the cache has it up to this position.
     *
     * @param lastPosition the position of the last entry of the thread in the database
     */
    Optional<Kept> take(UUID root, long lastPosition) {
        return Optional.ofNullable(cache.asMap().remove(root))
                .filter(kept -> kept.account().last().position() == lastPosition);
    }

    void keep(Kept kept) {
        cache.put(kept.account().first().developmentId(), kept);
    }
}
