package org.parley.stream;

import java.util.UUID;

/** The last applied event of a negotiation. */
record Head(long position, UUID developmentId) {
    /** No event is applied. */
    static final Head NONE = new Head(0, new UUID(0, 0));
}
