package org.parley.ledger.command;

/** There is no room for another batch. The message tells the client what to do. */
final class SpoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofAccount;

    SpoolFullException(boolean ofAccount) {
        super(
                ofAccount
                        ? "Your other batches use all the space of one account. Send this one when one of them is done."
                        : "Other batches use all the available space. Send this one later.",
                null,
                false,
                false);
        this.ofAccount = ofAccount;
    }

    /** Whether the share of the account is full (429) and not the whole spool (503). */
    boolean isOfAccount() {
        return ofAccount;
    }
}
