package org.parley.access;

/** Too many live streams are open; the message says whose and what to do. */
public final class NoPlaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;

    NoPlaceException(boolean ofClient, String message) {
        super(message, null, false, false);
        this.ofClient = ofClient;
    }

    /** Whether this client has too many (429), rather than all together (503). */
    public boolean isOfClient() {
        return ofClient;
    }

    /** The message, for the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
