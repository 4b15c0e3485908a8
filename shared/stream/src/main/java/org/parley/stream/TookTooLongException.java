package org.parley.stream;

/** Applying events exceeded the time limit; nothing was committed. */
final class TookTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TookTooLongException(Throwable cause) {
        super(cause);
    }

    TookTooLongException() {
        super("applying events exceeded the time limit");
    }
}
