package org.parley.ledger.command;

/** There is no room for another batch. The message tells the client what to do. */
final class SpoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofAccount;

    SpoolFullException(boolean ofAccount) {
        super(
                ofAccount
                        ? "Your other batches take all the room that one account has. Send this one when one of them is done."
                        : "Other batches take all the room there is. Send this one in a while.",
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
