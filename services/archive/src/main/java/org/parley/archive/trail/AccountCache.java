package org.parley.archive.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.parley.archive.store.MemoryUse;
import org.parley.history.Account;

/**
 * Accounts of developments that took notes lately, so that one note more is taken in without reading those before. An account
 * may be ahead of the database, when a transaction was rolled back; so it is used only where it goes exactly as far as the
 * database says, and by one at a time.
 */
final class AccountCache {
    private static final int HEAP_PART = 32;

    private final Cache<UUID, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(MemoryUse.partOfHeap(HEAP_PART))
            .weigher((UUID first, Kept kept) -> (int) Math.min(Integer.MAX_VALUE, kept.bytes()))
            .executor(Runnable::run)
            .build();

    /**
     * An account that is kept.
     *
     * @param bytes about what it takes in memory
     */
    record Kept(Account account, long bytes) {}

    /**
     * Takes out the account of a development, if there is one that goes so far.
     *
     * @param lastPosition the position of the last entry of the account in the database
     */
    Optional<Kept> take(UUID first, long lastPosition) {
        return Optional.ofNullable(cache.asMap().remove(first))
                .filter(kept -> kept.account().last().position() == lastPosition);
    }

    /** Puts in an account for the next time. */
    void keep(Kept kept) {
        cache.put(kept.account().first().developmentId(), kept);
    }
}
