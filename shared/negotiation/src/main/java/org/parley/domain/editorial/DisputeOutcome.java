package org.parley.domain.editorial;

/** The outcome of a dispute. */
public enum DisputeOutcome {
    /** The development stays disputed until it is corrected or retracted. */
    UPHELD,
    /** The development is effective again. */
    DISMISSED
}
