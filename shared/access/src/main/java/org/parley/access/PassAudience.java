package org.parley.access;

/**
 * A service that accepts passes, by its name in the audience of a pass. A process declares one bean for each service in
 * it.
 */
public record PassAudience(String name) {

    /** Commands, accounts and tokens. */
    public static final PassAudience LEDGER = new PassAudience("ledger");

    /** Queries, exports and streams. */
    public static final PassAudience ARCHIVE = new PassAudience("archive");
}
