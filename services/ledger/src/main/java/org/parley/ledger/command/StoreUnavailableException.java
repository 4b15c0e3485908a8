package org.parley.ledger.command;

/** The store is busy or unavailable. The command may be repeated; it is recorded at most once. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(Throwable cause) {
        super("the store is busy or unavailable", cause);
    }
}
