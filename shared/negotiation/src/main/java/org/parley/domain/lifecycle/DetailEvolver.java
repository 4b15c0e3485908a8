package org.parley.domain.lifecycle;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.Occurrence;

/**
 * Applies an event to the detail of a matter.
 *
 * @param <E> the kind's events
 * @param <D> the kind's detail
 */
@FunctionalInterface
public interface DetailEvolver<E extends Event, D extends MatterDetail> {
    /**
     * @param before the detail so far; null if the matter begins with this event
     * @param event the event to apply
     * @param at the occurrence of the event
     */
    D evolve(@Nullable D before, E event, Occurrence at);
}
