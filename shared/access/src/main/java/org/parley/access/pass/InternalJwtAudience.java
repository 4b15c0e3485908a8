package org.parley.access.pass;

/**
 * A service that accepts passes, by its name in the audience of a pass. A process declares one bean for each service in
 * it.
 */
public record InternalJwtAudience(String name) {

    /** Commands, accounts and tokens. */
    public static final InternalJwtAudience LEDGER = new InternalJwtAudience("ledger");

    /** Queries, exports and streams. */
    public static final InternalJwtAudience ARCHIVE = new InternalJwtAudience("archive");
}
