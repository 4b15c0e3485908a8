package org.parley.stream;

import java.util.UUID;

/** The last event applied of a negotiation. */
record Head(long position, UUID developmentId) {
    /** Nothing is applied yet. */
    static final Head NONE = new Head(0, new UUID(0, 0));
}
