package org.parley.stream.build;

/** Where a build is in its life. */
public enum Phase {
    /** It is made from the stream, or waits for its turn to be. */
    BUILDING,
    /** Its making was broken off, and can go on. */
    CANCELLED,
    /** It is complete and differs from the build that answers; it waits to be accepted or cancelled. */
    DIFFERENT,
    /** It answers. */
    LIVE,
    /** It answered before. */
    FORMER
}
