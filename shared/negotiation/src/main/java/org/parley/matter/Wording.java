package org.parley.matter;

/**
 * Renders the events of a kind as English clauses.
 *
 * @param <E> the kind's events
 */
@FunctionalInterface
public interface Wording<E extends Event> {
    /** A clause in the past tense, without date and full stop: {@code Russia rejected the ceasefire “Alaska”}. */
    String clause(E event, Names names);
}
