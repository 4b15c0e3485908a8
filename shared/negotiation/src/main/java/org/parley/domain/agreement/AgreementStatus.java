package org.parley.domain.agreement;

/** The states of an agreement. */
public enum AgreementStatus {
    IN_TALKS,
    /** The text is settled and not signed. */
    AGREED,
    SIGNED,
    IN_FORCE,
    /** A party refused to ratify it, and no later ratification of that party followed. */
    REFUSED,
    EXPIRED,
    TERMINATED,
    ABANDONED
}
