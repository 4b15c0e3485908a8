package org.parley.history;

/** What the newsroom now holds of something it recorded. */
public enum Standing {
    EFFECTIVE,
    /** Its truth is disputed; it still counts. */
    DISPUTED,
    /** It is under embargo; it still counts. */
    HELD,
    /** Another content stands in its place. */
    CORRECTED,
    /** It counts no longer. */
    RETRACTED
}
