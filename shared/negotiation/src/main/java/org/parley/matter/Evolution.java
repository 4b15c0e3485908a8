package org.parley.matter;

import org.jspecify.annotations.Nullable;

/**
 * How a kind's detail grows by an event.
 *
 * @param <E> the kind's events
 * @param <D> the kind's detail
 */
@FunctionalInterface
public interface Evolution<E extends Event, D extends Detail> {
    /**
     * @param before the detail so far; null when the matter begins with this event
     * @param event what happens now
     * @param at the occurrence that tells of it
     */
    D evolve(@Nullable D before, E event, Occurrence at);
}
