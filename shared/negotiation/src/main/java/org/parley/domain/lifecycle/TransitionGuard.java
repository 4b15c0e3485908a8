package org.parley.domain.lifecycle;

import java.util.Optional;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/**
 * A guard: a condition on the detail under which a transition is possible, for instance who acts. If it fails, the
 * command is refused.
 *
 * @param rule the condition in words, for the documentation
 * @param check evaluates the condition
 * @param <D> the kind's detail
 */
public record TransitionGuard<D extends MatterDetail>(String rule, Check<D> check) {

    /**
     * Evaluates a guard.
     *
     * @param <D> the kind's detail
     */
    @FunctionalInterface
    public interface Check<D extends MatterDetail> {
        /**
         * The objection to an event, as a clause that names the party or thing it fails on; empty if the event is
         * possible.
         *
         * @param before the detail before the event
         * @param event the event to check
         * @param names the names of parties and matter in the clause
         */
        Optional<Objection> objection(D before, Event event, SentenceNames names);

        /** The objection to an event that begins a matter, of which nothing is known before; empty if there is none. */
        default Optional<Objection> objectionAtBeginning(Event event, SentenceNames names) {
            return Optional.empty();
        }
    }
}
