package org.parley.matter;

import org.jspecify.annotations.Nullable;

/**
 * Applies an event to the detail of a matter.
 *
 * @param <E> the kind's events
 * @param <D> the kind's detail
 */
@FunctionalInterface
public interface Evolution<E extends Event, D extends Detail> {
    /**
     * @param before the detail so far; null if the matter begins with this event
     * @param event the event to apply
     * @param at the occurrence of the event
     */
    D evolve(@Nullable D before, E event, Occurrence at);
}
