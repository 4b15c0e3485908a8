package org.parley.domain.wording;

import org.parley.domain.matter.Event;

/**
 * Renders the events of a kind as clauses.
 *
 * @param <E> the kind's events
 */
@FunctionalInterface
public interface EventWording<E extends Event> {
    /** A clause in the past tense, without date and full stop: {@code Russia rejected the ceasefire “Alaska”}. */
    String clause(E event, SentenceNames names);
}
