package org.parley.ledger.store;

import org.parley.matter.MatterAddress;

/** A cached matter lacks events that another process has recorded. It is reloaded and the command retried. */
public final class StaleAggregate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleAggregate(MatterAddress matter, long known, long stored) {
        super(matter + " is at version " + known + " in memory and " + stored + " in the store");
    }
}
