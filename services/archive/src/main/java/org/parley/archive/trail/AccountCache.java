package org.parley.archive.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.parley.history.Account;

/**
 * Accounts of developments that took notes lately, so that one note more is taken in without reading those before. An account
 * may be ahead of the database, when a transaction was rolled back; so it is used only where it goes exactly as far as the
 * database says, and by one at a time.
 */
final class AccountCache {
    /** How many entries are kept at most, over all accounts. */
    private static final int ENTRIES_MAX = 20_000;

    private final Cache<UUID, Account> cache = Caffeine.newBuilder()
            .maximumWeight(ENTRIES_MAX)
            .weigher((UUID first, Account account) -> account.size())
            .executor(Runnable::run)
            .build();

    /**
     * Takes out the account of a development, if there is one that goes so far.
     *
     * @param lastPosition the position of the last entry of the account in the database
     */
    Optional<Account> take(UUID first, long lastPosition) {
        return Optional.ofNullable(cache.asMap().remove(first))
                .filter(account -> account.last().position() == lastPosition);
    }

    /** Puts in an account for the next time. */
    void keep(Account account) {
        cache.put(account.first().developmentId(), account);
    }
}
