package org.parley.desk.api;

/** A service did not answer; whether it recorded what was sent is not known. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(Throwable cause) {
        super("A service of Parley does not answer.", cause);
    }
}
