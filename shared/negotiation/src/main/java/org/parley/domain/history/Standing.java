package org.parley.domain.history;

/** The present standing of an entry. */
public enum Standing {
    EFFECTIVE,
    /** Disputed, but still effective. */
    DISPUTED,
    /** Under embargo, but still effective. */
    HELD,
    /** Replaced by the content of a correction. */
    CORRECTED,
    /** No longer effective. */
    RETRACTED
}
