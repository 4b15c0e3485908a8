package org.parley.contract;

import org.jspecify.annotations.Nullable;

/** What was received is not an event of Parley's; the message names it and what is wrong. */
public final class MalformedEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
