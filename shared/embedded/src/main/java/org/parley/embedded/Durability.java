package org.parley.embedded;

import java.util.Map;

/** What a commit in an embedded PostgreSQL is worth. */
public enum Durability {
    /** A commit is on the disk before it is acknowledged: survives {@code kill -9} and a power failure. */
    DURABLE("on"),

    /** A commit is acknowledged from memory. Only for tests: a power failure may lose or break the data. */
    FAST_FOR_TESTS("off");

    private final String onOrOff;

    Durability(String onOrOff) {
        this.onOrOff = onOrOff;
    }

    /** The server settings that make the difference. */
    Map<String, String> settings() {
        return Map.of("fsync", onOrOff, "synchronous_commit", onOrOff, "full_page_writes", onOrOff);
    }
}
