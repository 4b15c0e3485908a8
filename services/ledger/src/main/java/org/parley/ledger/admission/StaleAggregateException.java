package org.parley.ledger.admission;

import org.parley.domain.matter.MatterAddress;

/** A cached matter may differ from the store. It is loaded again and the command retried. */
public final class StaleAggregateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleAggregateException(MatterAddress matter) {
        super(matter + " was cached before its negotiation was read again");
    }
}
