package org.parley.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param name the projection's name
 * @param version the projection's version
 * @param done how many events are applied in all
 * @param total the sum of the end offsets of the topic's partitions, as last heard; repeats in the topic count too, so it may
 *     stay above {@code done} for ever
 * @param lag how many records of the topic are not yet taken in, those in hand among them; {@value #UNKNOWN} as long as Kafka was not reached or the topic
 *     does not exist
 * @param eventsPerSecond applied, over the last few seconds
 * @param stopped the negotiations with which it does not go on
 * @param slow the negotiations that take long, and are read aside
 * @param slowLag how much of the lag is theirs, in events
 * @param error what keeps it from going on at the moment; null when nothing does
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
    /** The lag when it is not known. */
    public static final long UNKNOWN = -1;

    public ProjectionStatus {
        stopped = List.copyOf(stopped);
        slow = List.copyOf(slow);
    }

    /** The same, with the readers of the negotiations that are read aside. */
    ProjectionStatus with(Map<String, ProjectionStatus> aside, ToLongFunction<String> lastSeen) {
        if (slow.isEmpty()) {
            return this;
        }
        long doneAside = 0;
        long behind = 0;
        List<StoppedNegotiation> allStopped = new ArrayList<>(stopped);
        for (SlowNegotiation each : slow) {
            ProjectionStatus reader = aside.get(each.negotiation());
            long reached = reader == null ? each.position() - 1 : reader.done();
            doneAside += reader == null ? 0 : reader.done();
            behind += reader != null && reader.caughtUp()
                    ? 0
                    : Math.max(1, lastSeen.applyAsLong(each.negotiation()) - reached);
            allStopped.addAll(reader == null ? List.of() : reader.stopped());
        }
        return new ProjectionStatus(
                name,
                version,
                done + doneAside,
                total,
                lag == UNKNOWN ? UNKNOWN : lag + behind,
                eventsPerSecond,
                allStopped,
                slow,
                behind,
                error);
    }

    /** How far readers are together that share a topic's partitions. */
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

    /** Whether everything that is in the topic was read, as last heard. */
    public boolean caughtUp() {
        return lag == 0;
    }
}
