package org.parley.contract;

/** The event type is unknown to this version of Parley. */
public final class UnknownEventType extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownEventType(String type) {
        super("unknown event type '" + type + "'");
    }
}
