package org.parley.desk.api;

/** A service is unavailable; it is not known whether it recorded what was sent. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(Throwable cause) {
        super("A service of Parley is unavailable.", cause);
    }
}
