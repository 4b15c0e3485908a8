package org.parley.stream.build;

/** The phase of a build. Stored by name. */
public enum Phase {
    /** Being built from the topic, or waiting for the lease. */
    BUILDING,
    /** Cancelled; can be continued. */
    CANCELLED,
    /** Complete, but different from the live build; waits to be accepted or cancelled. */
    DIFFERENT,
    /** Serves queries. */
    LIVE,
    /** Was live before. */
    FORMER
}
