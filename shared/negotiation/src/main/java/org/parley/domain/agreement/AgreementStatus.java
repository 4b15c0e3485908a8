package org.parley.domain.agreement;

/** The states of an agreement. */
public enum AgreementStatus {
    IN_TALKS,
    SIGNED,
    IN_FORCE,
    TERMINATED,
    ABANDONED
}
