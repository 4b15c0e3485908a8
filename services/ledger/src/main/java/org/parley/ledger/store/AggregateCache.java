package org.parley.ledger.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToLongFunction;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * Keeps the matters used last in memory, so that no command reads a history again: strong, and bounded by what they
 * take in memory, however many or long they are.
 */
public final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /**
     * An empty cache.
     *
     * @param bytes how much the matters kept may take, about
     * @param weight what one takes, about; asked whenever it is put in
     */
    public AggregateCache(long bytes, ToLongFunction<Object> weight) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Object key, Object value) -> (int) Math.min(Integer.MAX_VALUE, weight.applyAsLong(value)))
                .build();
    }

    /** What those kept take, about, in bytes. */
    public long bytes() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's contract: null when there is none
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

    /** Nobody listens to this cache: a listener is taken and never called. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
