package org.parley.projection.reader;

/** Applying events exceeded the time limit; nothing was committed. */
final class ApplyTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApplyTimeoutException(Throwable cause) {
        super(cause);
    }

    ApplyTimeoutException() {
        super("applying events exceeded the time limit");
    }
}
