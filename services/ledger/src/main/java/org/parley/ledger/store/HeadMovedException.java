package org.parley.ledger.store;

/**
 * Another ledger has recorded events of the negotiation since this one read it. Nothing has changed; the command is
 * decided again.
 */
public final class HeadMovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HeadMovedException(String negotiation) {
        super("another ledger has recorded events of " + negotiation);
    }
}
