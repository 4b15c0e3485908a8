package org.parley.contract;

import org.jspecify.annotations.Nullable;

/** The received event is not a valid Parley event; the message names the event and the fault. */
public final class MalformedEventException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
