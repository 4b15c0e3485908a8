package org.parley.embedded;

import java.util.Map;

/** The durability of a commit in an embedded PostgreSQL. */
public enum PostgresDurability {
    /** A commit is acknowledged after it is on disk: it survives {@code kill -9} and a power failure. */
    DURABLE("on"),

    /** A commit is acknowledged from memory. Only for tests: a power failure may lose or break the data. */
    FAST_FOR_TESTS("off");

    private final String onOrOff;

    PostgresDurability(String onOrOff) {
        this.onOrOff = onOrOff;
    }

    /** The server settings for this durability. */
    Map<String, String> settings() {
        return Map.of("fsync", onOrOff, "synchronous_commit", onOrOff, "full_page_writes", onOrOff);
    }
}
