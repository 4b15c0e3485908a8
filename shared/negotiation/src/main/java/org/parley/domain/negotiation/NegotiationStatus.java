package org.parley.domain.negotiation;

/** The states of a negotiation. */
public enum NegotiationStatus {
    /** Before its opening: something of its parties is known already. */
    NOT_OPENED,
    OPEN,
    SUSPENDED,
    BROKEN_OFF,
    CONCLUDED
}
