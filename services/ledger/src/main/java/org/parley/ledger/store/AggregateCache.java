package org.parley.ledger.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToLongFunction;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * Caches the recently used matters, so that a command does not reload the history. Strong references, limited by the
 * memory of the histories.
 */
public final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /**
     * Creates an empty cache.
     *
     * @param bytes the approximate maximum size in bytes
     * @param weight returns the approximate size of a value in bytes; called on every put
     */
    public AggregateCache(long bytes, ToLongFunction<Object> weight) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Object key, Object value) -> (int) Math.min(Integer.MAX_VALUE, weight.applyAsLong(value)))
                .build();
    }

    /** The approximate size of the cached values, in bytes. */
    public long bytes() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's contract: null if absent
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Listeners are accepted but never called: nothing in the ledger uses them. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
