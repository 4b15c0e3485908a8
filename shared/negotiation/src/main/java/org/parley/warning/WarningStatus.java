package org.parley.warning;

/** The states of a warning. */
public enum WarningStatus {
    STANDING,
    IMPOSED,
    LAPSED,
    WITHDRAWN
}
