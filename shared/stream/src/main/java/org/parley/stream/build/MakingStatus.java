package org.parley.stream.build;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.stream.StoppedNegotiation;

/**
 * How far the build is that is to take the live one's place.
 *
 * @param done how many events are applied
 * @param total how many there are to apply, as far as known
 * @param eventsPerSecond applied, over the last few seconds
 * @param left the time left at this rate; null when it cannot be told
 * @param stopped the negotiations with which it does not go on
 * @param error what keeps it from going on at the moment; null when nothing does, or another program makes it
 */
public record MakingStatus(
        Build build,
        long done,
        long total,
        double eventsPerSecond,
        @Nullable Duration left,
        List<StoppedNegotiation> stopped,
        @Nullable String error) {}
