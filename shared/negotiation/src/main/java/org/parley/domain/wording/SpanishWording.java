package org.parley.domain.wording;

import org.parley.domain.matter.Event;

/**
 * Renders the events of a kind as Spanish clauses, and names the kind and its statuses.
 *
 * @param <E> the kind's events
 * @param <S> the kind's statuses
 */
public interface SpanishWording<E extends Event, S extends Enum<S>> extends EventWording<E> {
    /** The kind with its article: {@code el alto el fuego}. */
    String kind();

    /** A status of the kind, after {@code está}: {@code propuesto}, {@code en vigor}. */
    String status(S status);
}
