package org.parley.editorial;

/** How a dispute ends. */
public enum DisputeOutcome {
    /** The dispute was right: the development stays disputed until it is corrected or retracted. */
    UPHELD,
    /** The dispute was wrong: the development is effective again. */
    DISMISSED
}
