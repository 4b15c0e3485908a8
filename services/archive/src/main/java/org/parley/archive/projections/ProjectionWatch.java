package org.parley.archive.projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.stream.ProjectionStatus;
import org.parley.stream.build.HostStatus;
import org.parley.stream.build.ProjectionHost;
import org.parley.telemetry.KafkaReach;
import org.parley.telemetry.Stillness;

/**
 * Detects stuck projections: those that have records to read, or report an error, and make no progress for some time
 * although Kafka is available. A stopped negotiation does not make its projection stuck. A build that answers during a
 * rebuild makes no progress by design.
 */
final class ProjectionWatch {
    private final Readers readers;
    private final KafkaReach kafka;
    private final Duration stuckAfter;
    private final Map<String, Stillness> still = new ConcurrentHashMap<>();
    private volatile List<String> stuck = List.of();

    ProjectionWatch(Readers readers, KafkaReach kafka, Duration stuckAfter) {
        this.readers = readers;
        this.kafka = kafka;
        this.stuckAfter = stuckAfter;
    }

    /** The observed progress of a projection; every change of it is progress. */
    private record Observation(long done, long lag, int build) {}

    void look() {
        List<String> withoutProgress = readers.hosts().stream()
                .filter(this::makesNoProgress)
                .map(ProjectionHost::name)
                .toList();
        stuck = withoutProgress.isEmpty() || kafka.answers(stuckAfter) ? withoutProgress : List.of();
    }

    private boolean makesNoProgress(ProjectionHost host) {
        HostStatus now = currentStatus(host);
        ProjectionStatus reading = now.reading();
        Stillness stillness = still.computeIfAbsent(host.name(), name -> new Stillness());
        stillness.look(new Observation(reading.done(), reading.lag(), now.live().number()));
        boolean shouldProgress = !now.frozen() && (reading.error() != null || reading.lag() > reading.slowLag());
        return shouldProgress && stillness.lasts().compareTo(stuckAfter) > 0;
    }

    /**
     * The status read directly, because a host that cannot write to the database cannot publish its status; the last
     * published one if that fails.
     */
    private static HostStatus currentStatus(ProjectionHost host) {
        try {
            return host.statusNow();
        } catch (SQLException e) {
            return host.status();
        }
    }

    /** The names of the stuck projections, as of the last check. */
    List<String> stuck() {
        return stuck;
    }

    /** The time since the last observed progress of a projection. */
    Duration idle(String projection) {
        Stillness stillness = still.get(projection);
        return stillness == null ? Duration.ZERO : stillness.lasts();
    }
}
