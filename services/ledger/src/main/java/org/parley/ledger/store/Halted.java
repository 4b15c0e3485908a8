package org.parley.ledger.store;

/** No command is recorded at the moment: the store lacks what was published from it. */
public final class Halted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halted(String reason) {
        super(reason);
    }
}
