package org.parley.domain.negotiation;

/** The states of a negotiation. */
public enum NegotiationStatus {
    OPEN,
    SUSPENDED,
    BROKEN_OFF,
    CONCLUDED
}
