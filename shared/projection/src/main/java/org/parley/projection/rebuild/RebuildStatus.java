package org.parley.projection.rebuild;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.projection.StoppedNegotiation;

/**
 * The progress of a rebuild.
 *
 * @param done the number of applied events
 * @param total the number of events to apply, as far as known
 * @param eventsPerSecond the rate of applied events over the last few seconds
 * @param timeLeft the remaining time at this rate; null if unknown
 * @param stopped the negotiations that are stopped in the rebuild
 * @param error the current error; null if there is none, or if another process runs the rebuild
 */
public record RebuildStatus(
        ProjectionBuild build,
        long done,
        long total,
        double eventsPerSecond,
        @Nullable Duration timeLeft,
        List<StoppedNegotiation> stopped,
        @Nullable String error) {}
