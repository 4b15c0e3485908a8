package org.parley.archive.projections;

import org.parley.projection.ProjectionStatus;
import org.parley.projection.rebuild.HostStatus;

/** The state of a projection, as it appears in its status. */
enum ProjectionState {
    /** It has read everything. */
    LIVE,
    /** It is reading the topic. */
    CATCHING_UP,
    /** The former build answers queries while a new version is built. */
    REBUILDING,
    /** It is stopped for some negotiation. */
    STOPPED,
    /** An error prevents progress at the moment. */
    UNREACHABLE;

    static ProjectionState of(HostStatus host) {
        ProjectionStatus reading = host.reading();
        if (reading.error() != null) {
            return UNREACHABLE;
        }
        if (!reading.stopped().isEmpty()) {
            return STOPPED;
        }
        if (host.isFrozen()) {
            return REBUILDING;
        }
        return reading.isCaughtUp() ? LIVE : CATCHING_UP;
    }

    boolean isHealthy() {
        return this == LIVE || this == CATCHING_UP || this == REBUILDING;
    }
}
