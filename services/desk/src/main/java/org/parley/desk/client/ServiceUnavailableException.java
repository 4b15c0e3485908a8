package org.parley.desk.client;

/** A service is unavailable; it is not known whether it recorded the command. */
public final class ServiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceUnavailableException(Throwable cause) {
        super("A service of Parley is unavailable.", cause);
    }
}
