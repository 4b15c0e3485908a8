package org.parley.ledger.store;

/** No new command is recorded at the moment: the store lacks, or may lack, what was published from it. */
public final class Halted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halted(String reason) {
        super(reason);
    }
}
