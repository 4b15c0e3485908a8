package org.parley.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was asked for cannot be had; the message says why, in a sentence. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final transient @Nullable ObjectNode problem;

    Refused(String why) {
        this(why, 0, null);
    }

    /**
     * Refused by a server.
     *
     * @param status the HTTP status of its answer
     * @param problem its answer, where that is a problem (RFC 9457)
     */
    Refused(String why, int status, @Nullable ObjectNode problem) {
        super(why);
        this.status = status;
        this.problem = problem;
    }

    /** What a server answered; null where none did. */
    @Nullable ObjectNode problem() {
        return problem;
    }

    /** Whether a server answered that there is no such thing. */
    boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
