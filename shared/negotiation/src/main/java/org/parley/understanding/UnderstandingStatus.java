package org.parley.understanding;

/** The states of an understanding. */
public enum UnderstandingStatus {
    CLAIMED,
    CONFIRMED,
    CONTESTED,
    ABANDONED
}
