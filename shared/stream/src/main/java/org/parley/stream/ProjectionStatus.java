package org.parley.stream;

import java.util.List;
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
 * @param lag how many records of the topic are not yet read; {@value #UNKNOWN} as long as Kafka was not reached or the topic
 *     does not exist
 * @param eventsPerSecond applied, over the last few seconds
 * @param stopped the negotiations with which it does not go on
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
        @Nullable String error) {
    /** The lag when it is not known. */
    public static final long UNKNOWN = -1;

    public ProjectionStatus {
        stopped = List.copyOf(stopped);
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
