package org.parley.ledger.store;

/** The ledger records no new commands: the store lacks, or may lack, events that were published from it. */
public final class LedgerHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerHaltedException(String reason) {
        super(reason);
    }
}
