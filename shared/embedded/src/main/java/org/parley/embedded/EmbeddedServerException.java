package org.parley.embedded;

import org.jspecify.annotations.Nullable;

/**
 * An embedded server did not start or failed. The message is for the operator: it states the fault and the remedy.
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
