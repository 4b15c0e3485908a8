package org.parley.cli.server;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The command cannot be executed; the message gives the reason in a sentence. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final transient @Nullable ObjectNode problem;

    public CommandFailedException(String why) {
        this(why, 0, null);
    }

    /**
     * A refusal by a server.
     *
     * @param why the message
     * @param status the HTTP status of the response
     * @param problem the response, if it is a problem document (RFC 9457); otherwise null
     */
    CommandFailedException(String why, int status, @Nullable ObjectNode problem) {
        super(why);
        this.status = status;
        this.problem = problem;
    }

    /** The server's problem document; null if there is none. */
    @Nullable public ObjectNode problem() {
        return problem;
    }

    /** Whether a server answered 404. */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
