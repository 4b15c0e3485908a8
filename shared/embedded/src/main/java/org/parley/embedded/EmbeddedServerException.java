package org.parley.embedded;

import org.jspecify.annotations.Nullable;

/**
 * An embedded server could not be started or kept. The message is written for the person who runs the program: it says
 * what is wrong and what to change.
 */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message) {
        super(message);
    }

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
