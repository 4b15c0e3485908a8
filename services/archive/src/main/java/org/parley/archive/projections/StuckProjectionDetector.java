package org.parley.archive.projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.broker.KafkaAvailability;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.rebuild.HostStatus;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.telemetry.StallTimer;

/**
 * Detects stuck projections: those that have records to read, or report an error, and make no progress for some time
 * although Kafka is available. A stopped negotiation does not make its projection stuck. A build that answers during a
 * rebuild makes no progress by design.
 */
final class StuckProjectionDetector {
    private final ProjectionHosts readers;
    private final KafkaAvailability kafka;
    private final Duration stuckAfter;
    private final Map<String, StallTimer> still = new ConcurrentHashMap<>();
    private volatile List<String> stuck = List.of();

    StuckProjectionDetector(ProjectionHosts readers, KafkaAvailability kafka, Duration stuckAfter) {
        this.readers = readers;
        this.kafka = kafka;
        this.stuckAfter = stuckAfter;
    }

    /** The observed progress of a projection; every change of it is progress. */
    private record Observation(long done, long lag, int build) {}

    void refresh() {
        List<String> withoutProgress = readers.hosts().stream()
                .filter(this::makesNoProgress)
                .map(ProjectionHost::name)
                .toList();
        stuck = withoutProgress.isEmpty() || kafka.isAvailable(stuckAfter) ? withoutProgress : List.of();
    }

    private boolean makesNoProgress(ProjectionHost host) {
        HostStatus now = currentStatus(host);
        ProjectionStatus reading = now.reading();
        StallTimer stillness = still.computeIfAbsent(host.name(), name -> new StallTimer());
        stillness.observe(
                new Observation(reading.done(), reading.lag(), now.live().number()));
        boolean shouldProgress = !now.isFrozen() && (reading.error() != null || reading.lag() > reading.slowLag());
        return shouldProgress && stillness.unchangedFor().compareTo(stuckAfter) > 0;
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
        StallTimer stillness = still.get(projection);
        return stillness == null ? Duration.ZERO : stillness.unchangedFor();
    }
}
