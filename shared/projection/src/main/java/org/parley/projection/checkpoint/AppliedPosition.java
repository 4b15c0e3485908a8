package org.parley.projection.checkpoint;

import java.util.UUID;

/** The last applied event of a negotiation. */
public record AppliedPosition(long position, UUID developmentId) {
    /** No event is applied. */
    public static final AppliedPosition NONE = new AppliedPosition(0, new UUID(0, 0));
}
