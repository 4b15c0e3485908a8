package org.parley.ledger.admission;

import org.parley.domain.matter.MatterAddress;

/** A cached matter lacks events that another process has recorded. It is reloaded and the command retried. */
public final class StaleAggregateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleAggregateException(MatterAddress matter, long known, long stored) {
        super(matter + " is at version " + known + " in memory and " + stored + " in the store");
    }
}
