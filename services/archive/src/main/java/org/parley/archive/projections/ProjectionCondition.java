package org.parley.archive.projections;

import org.parley.stream.ProjectionStatus;

/** In one word, how a projection is. */
enum ProjectionCondition {
    /** It has read all there is. */
    LIVE,
    /** It reads. */
    CATCHING_UP,
    /** It does not go on with some negotiation. */
    STOPPED,
    /** It cannot go on at all at the moment. */
    UNREACHABLE;

    static ProjectionCondition of(ProjectionStatus status) {
        if (status.error() != null) {
            return UNREACHABLE;
        }
        if (!status.stopped().isEmpty()) {
            return STOPPED;
        }
        return status.caughtUp() ? LIVE : CATCHING_UP;
    }

    boolean isFine() {
        return this == LIVE || this == CATCHING_UP;
    }
}
