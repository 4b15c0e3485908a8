package org.parley.domain.warning;

/** The states of a warning. */
public enum WarningStatus {
    STANDING,
    IMPOSED,
    LAPSED,
    WITHDRAWN
}
