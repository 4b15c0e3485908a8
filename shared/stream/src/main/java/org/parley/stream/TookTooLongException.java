package org.parley.stream;

/** Taking events in took longer than it may; nothing of it is done. */
final class TookTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TookTooLongException(Throwable cause) {
        super(cause);
    }

    TookTooLongException() {
        super("it took too long");
    }
}
