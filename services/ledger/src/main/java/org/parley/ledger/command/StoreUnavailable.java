package org.parley.ledger.command;

/** The store is busy or away: what was asked may be asked again, and is recorded once at most. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("the store is busy or away", cause);
    }
}
