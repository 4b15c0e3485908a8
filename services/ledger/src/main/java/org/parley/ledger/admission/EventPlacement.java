package org.parley.ledger.admission;

import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.parley.domain.decision.DecisionContext;

/**
 * The position and context of the event that the current command will record, while the negotiation's head is locked.
 *
 * @param position its position in the negotiation's trail
 * @param recordedAt when it is recorded (UTC); always after the previous event
 * @param version the number of the matter's events in the store
 * @param decisionContext the context of the decision
 */
public record EventPlacement(long position, Instant recordedAt, long version, DecisionContext decisionContext) {
    private static final String KEY = EventPlacement.class.getName();

    /** The placement of the command that the current thread handles. */
    public static EventPlacement current() {
        return CurrentUnitOfWork.get().getResource(KEY);
    }

    void makeCurrent() {
        CurrentUnitOfWork.get().resources().put(KEY, this);
    }
}
