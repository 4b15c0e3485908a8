package org.parley.access;

/** A limit of live streams is reached; the message says which one and what to do. */
public final class NoPlaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;

    NoPlaceException(boolean ofClient, String message) {
        super(message, null, false, false);
        this.ofClient = ofClient;
    }

    /** Whether the limit of the client is reached (429), rather than the total (503). */
    public boolean isOfClient() {
        return ofClient;
    }

    /** The message, for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
