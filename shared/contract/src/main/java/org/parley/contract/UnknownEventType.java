package org.parley.contract;

/** An event of a type that this version of Parley does not know. */
public final class UnknownEventType extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownEventType(String type) {
        super("unknown event type '" + type + "'");
    }
}
