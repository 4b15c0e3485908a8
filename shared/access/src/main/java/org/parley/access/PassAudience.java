package org.parley.access;

/**
 * A service that takes passes, by the name that a pass must be for. Where services run in one process, there is one of
 * each.
 */
public record PassAudience(String name) {

    /** Commands, accounts and tokens. */
    public static final PassAudience LEDGER = new PassAudience("ledger");

    /** Questions, exports and streams. */
    public static final PassAudience ARCHIVE = new PassAudience("archive");
}
