package org.parley.cli;

/** What was asked for cannot be had; the message says why, in a sentence. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final int status;

    Refused(String why) {
        this(why, 0);
    }

    /**
     * Refused by a server.
     *
     * @param status the HTTP status of its answer
     */
    Refused(String why, int status) {
        super(why);
        this.status = status;
    }

    /** Whether a server answered that there is no such thing. */
    boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
