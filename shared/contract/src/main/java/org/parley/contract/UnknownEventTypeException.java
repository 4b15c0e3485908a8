package org.parley.contract;

/** The event type is unknown to this version of Parley. */
public final class UnknownEventTypeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownEventTypeException(String type) {
        super("unknown event type '" + type + "'");
    }
}
