package org.parley.domain.understanding;

/** The states of an understanding. */
public enum UnderstandingStatus {
    CLAIMED,
    CONFIRMED,
    CONTESTED,
    ABANDONED
}
