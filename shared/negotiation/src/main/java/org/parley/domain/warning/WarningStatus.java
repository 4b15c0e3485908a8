package org.parley.domain.warning;

/** The states of a warning. */
public enum WarningStatus {
    STANDING,
    IMPOSED,
    LIFTED,
    MET,
    LAPSED,
    WITHDRAWN
}
