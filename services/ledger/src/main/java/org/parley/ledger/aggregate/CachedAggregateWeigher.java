package org.parley.ledger.aggregate;

import java.lang.reflect.Field;
import java.util.function.ToLongFunction;
import org.axonframework.eventsourcing.AggregateCacheEntry;

/**
 * Weighs cached aggregates by their memory. Axon's cache entries do not expose the aggregate, so this reads a private
 * field; if a version of Axon does not have it, the ledger does not start.
 */
public final class CachedAggregateWeigher implements ToLongFunction<Object> {
    private final Field root;

    public CachedAggregateWeigher() {
        try {
            root = AggregateCacheEntry.class.getDeclaredField("aggregateRoot");
            root.setAccessible(true);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the cache cannot be bounded: Axon stores cached aggregates elsewhere", e);
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
