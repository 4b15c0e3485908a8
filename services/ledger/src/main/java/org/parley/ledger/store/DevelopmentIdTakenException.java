package org.parley.ledger.store;

import java.util.UUID;

/** The store has an event with the same id. Nothing has changed. */
public final class DevelopmentIdTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DevelopmentIdTakenException(UUID id, Throwable cause) {
        super("the id " + id + " is in use", cause);
    }
}
