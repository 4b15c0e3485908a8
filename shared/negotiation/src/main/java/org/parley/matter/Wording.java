package org.parley.matter;

/**
 * How a kind's events are said in English.
 *
 * @param <E> the kind's events
 */
@FunctionalInterface
public interface Wording<E extends Event> {
    /** A clause with a past tense, without date and full stop: {@code Russia rejected the ceasefire “Alaska”}. */
    String clause(E event, Names names);
}
