package org.parley.process;

/** The states of a negotiation. */
public enum ProcessStatus {
    OPEN,
    SUSPENDED,
    BROKEN_OFF,
    CONCLUDED
}
