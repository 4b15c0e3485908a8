package org.parley.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a projection.
 *
 * @param name the projection's name
 * @param version the projection's version
 * @param done the number of applied events
 * @param total the sum of the end offsets of the topic's partitions; repeats in the topic count too, so it may stay
 *     above {@code done}
 * @param lag the number of records in the topic that are not applied yet, including those being applied; {@value
 *     #UNKNOWN} until Kafka was reached, or if the topic does not exist
 * @param eventsPerSecond the rate of applied events over the last few seconds
 * @param stopped the negotiations that are stopped
 * @param slow the negotiations that have a dedicated reader
 * @param slowLag the part of the lag that belongs to them, in events
 * @param error the current error; null if there is none
 */
public record ProjectionStatus(
        String name,
        int version,
        long done,
        long total,
        long lag,
        double eventsPerSecond,
        List<StoppedNegotiation> stopped,
        List<SlowNegotiation> slow,
        long slowLag,
        @Nullable String error) {
    /** The value of an unknown lag. */
    public static final long UNKNOWN = -1;

    public ProjectionStatus {
        stopped = List.copyOf(stopped);
        slow = List.copyOf(slow);
    }

    /** Adds the status of the dedicated readers. */
    public ProjectionStatus with(Map<String, ProjectionStatus> dedicated, ToLongFunction<String> lastSeen) {
        if (slow.isEmpty()) {
            return this;
        }
        long doneDedicated = 0;
        long behind = 0;
        List<StoppedNegotiation> allStopped = new ArrayList<>(stopped);
        for (SlowNegotiation each : slow) {
            ProjectionStatus reader = dedicated.get(each.negotiation());
            long reached = reader == null ? each.position() - 1 : reader.done();
            doneDedicated += reader == null ? 0 : reader.done();
            behind += reader != null && reader.isCaughtUp()
                    ? 0
                    : Math.max(1, lastSeen.applyAsLong(each.negotiation()) - reached);
            allStopped.addAll(reader == null ? List.of() : reader.stopped());
        }
        return new ProjectionStatus(
                name,
                version,
                done + doneDedicated,
                total,
                lag == UNKNOWN ? UNKNOWN : lag + behind,
                eventsPerSecond,
                allStopped,
                slow,
                behind,
                error);
    }

    /** The sum over readers that share a topic's partitions. */
    public static ProjectionStatus sum(String name, int version, List<ProjectionStatus> readers) {
        return new ProjectionStatus(
                name,
                version,
                readers.stream().mapToLong(ProjectionStatus::done).sum(),
                readers.stream().mapToLong(ProjectionStatus::total).sum(),
                readers.stream().anyMatch(reader -> reader.lag() == UNKNOWN)
                        ? UNKNOWN
                        : readers.stream().mapToLong(ProjectionStatus::lag).sum(),
                readers.stream().mapToDouble(ProjectionStatus::eventsPerSecond).sum(),
                readers.stream().flatMap(reader -> reader.stopped().stream()).toList(),
                readers.stream().flatMap(reader -> reader.slow().stream()).toList(),
                readers.stream().mapToLong(ProjectionStatus::slowLag).sum(),
                readers.stream()
                        .flatMap(reader -> Stream.ofNullable(reader.error()))
                        .findFirst()
                        .orElse(null));
    }

    /** Whether the projection has applied everything up to the last known end offsets. */
    public boolean isCaughtUp() {
        return lag == 0;
    }
}
