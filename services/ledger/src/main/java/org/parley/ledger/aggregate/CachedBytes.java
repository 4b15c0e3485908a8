package org.parley.ledger.aggregate;

import java.lang.reflect.Field;
import java.util.function.ToLongFunction;
import org.axonframework.eventsourcing.AggregateCacheEntry;

/**
 * What a cached aggregate takes in memory. Axon caches entries that show nothing of what they hold, so their field is
 * read; if another Axon has no such field, the ledger does not start.
 */
public final class CachedBytes implements ToLongFunction<Object> {
    private final Field root;

    public CachedBytes() {
        try {
            root = AggregateCacheEntry.class.getDeclaredField("aggregateRoot");
            root.setAccessible(true);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Axon keeps a cached aggregate elsewhere; the cache cannot be bounded", e);
        }
    }

    @Override
    public long applyAsLong(Object cached) {
        try {
            return cached instanceof AggregateCacheEntry && root.get(cached) instanceof MatterAggregate matter
                    ? matter.bytes()
                    : 0;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
