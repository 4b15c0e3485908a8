package org.parley.ledger.store;

import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.parley.history.Desk;

/**
 * Where the event of the command at hand will stand, while its negotiation's head is locked.
 *
 * @param position its position in the negotiation's trail
 * @param recordedAt when it is recorded; always after the event before it
 * @param version how many events the matter has so far, in the store
 * @param desk what the newsroom knows
 */
public record Placement(long position, Instant recordedAt, long version, Desk desk) {
    private static final String KEY = Placement.class.getName();

    /** The placement of the command that this thread handles. */
    public static Placement current() {
        return CurrentUnitOfWork.get().getResource(KEY);
    }

    void makeCurrent() {
        CurrentUnitOfWork.get().resources().put(KEY, this);
    }
}
