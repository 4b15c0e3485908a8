package org.parley.projection.rebuild;

/** The phase of a build. Stored by name. */
public enum BuildPhase {
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
