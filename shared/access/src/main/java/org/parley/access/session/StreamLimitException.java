package org.parley.access.session;

/** A limit of live streams is reached; the message says which one and what to do. */
public final class StreamLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;

    StreamLimitException(boolean ofClient, String message) {
        super(message, null, false, false);
        this.ofClient = ofClient;
    }

    /** Whether the limit of the client is reached (429), rather than the total (503). */
    public boolean isClientLimit() {
        return ofClient;
    }

    /** The message, for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
