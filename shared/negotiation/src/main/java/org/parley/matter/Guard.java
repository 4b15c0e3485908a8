package org.parley.matter;

import java.util.Optional;

/**
 * What must hold for a command to be possible in a state: who may give it, for instance. Where it does not hold the command is
 * refused, and nothing is recorded.
 *
 * @param rule the guard in words, for the documentation
 * @param check finds out whether it holds
 * @param <D> the kind's detail
 */
public record Guard<D extends Detail>(String rule, Check<D> check) {

    /**
     * Finds out whether a guard holds.
     *
     * @param <D> the kind's detail
     */
    @FunctionalInterface
    public interface Check<D extends Detail> {
        /**
         * Why the event is not possible, as a clause that names whom or what it fails on; empty when it is possible.
         *
         * @param before the detail before the event
         * @param event what would happen
         * @param names how to call parties and the matter
         */
        Optional<String> objection(D before, Event event, Names names);
    }
}
