package org.parley.ledger.command;

import org.parley.domain.language.BilingualText;

/** There is no room for another batch. The message tells the client what to do. */
final class SpoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final BilingualText OF_ACCOUNT = new BilingualText(
            "Your other batches use all the space of one account. Send this one when one of them is done.",
            "Sus otros lotes ocupan todo el espacio de una cuenta. Envíe este cuando termine alguno.");
    private static final BilingualText OF_ALL = new BilingualText(
            "Other batches use all the available space. Send this one later.",
            "Otros lotes ocupan todo el espacio disponible. Envíe este más tarde.");

    private final boolean ofAccount;

    SpoolFullException(boolean ofAccount) {
        super((ofAccount ? OF_ACCOUNT : OF_ALL).english(), null, false, false);
        this.ofAccount = ofAccount;
    }

    BilingualText detail() {
        return ofAccount ? OF_ACCOUNT : OF_ALL;
    }

    /** Whether the share of the account is full (429) and not the whole spool (503). */
    boolean isOfAccount() {
        return ofAccount;
    }
}
