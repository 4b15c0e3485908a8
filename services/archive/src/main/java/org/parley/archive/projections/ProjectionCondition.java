package org.parley.archive.projections;

import org.parley.stream.ProjectionStatus;
import org.parley.stream.build.HostStatus;

/** In one word, how a projection is. */
enum ProjectionCondition {
    /** It has read all there is. */
    LIVE,
    /** It reads. */
    CATCHING_UP,
    /** It answers from what it has, while it is made anew by a version that has risen. */
    REBUILDING,
    /** It does not go on with some negotiation. */
    STOPPED,
    /** It cannot go on at all at the moment. */
    UNREACHABLE;

    static ProjectionCondition of(HostStatus host) {
        ProjectionStatus reading = host.reading();
        if (reading.error() != null) {
            return UNREACHABLE;
        }
        if (!reading.stopped().isEmpty()) {
            return STOPPED;
        }
        if (host.frozen()) {
            return REBUILDING;
        }
        return reading.caughtUp() ? LIVE : CATCHING_UP;
    }

    boolean isFine() {
        return this == LIVE || this == CATCHING_UP || this == REBUILDING;
    }
}
