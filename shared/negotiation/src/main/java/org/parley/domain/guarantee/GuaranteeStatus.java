package org.parley.domain.guarantee;

/** The states of a guarantee. */
public enum GuaranteeStatus {
    PROPOSED,
    AGREED,
    IN_FORCE,
    WITHDRAWN
}
