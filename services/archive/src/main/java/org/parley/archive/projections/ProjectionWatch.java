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
 * Tells which projections are stuck: those that have something to read, or say that they cannot go on, and have not gone on
 * for a while although Kafka answers. A negotiation that is stopped does not make its projection stuck, and a build that
 * answers while another is made does not go on by design.
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

    /** What is seen of a projection's way; every change of it is progress. */
    private record Way(long done, long lag, int build) {}

    void look() {
        List<String> standing = readers.hosts().stream()
                .filter(this::stands)
                .map(ProjectionHost::name)
                .toList();
        stuck = standing.isEmpty() || kafka.answers(stuckAfter) ? standing : List.of();
    }

    private boolean stands(ProjectionHost host) {
        HostStatus now = seen(host);
        ProjectionStatus reading = now.reading();
        Stillness stillness = still.computeIfAbsent(host.name(), name -> new Stillness());
        stillness.look(new Way(reading.done(), reading.lag(), now.live().number()));
        boolean hasToGoOn = !now.frozen() && (reading.error() != null || reading.lag() > reading.slowLag());
        return hasToGoOn && stillness.lasts().compareTo(stuckAfter) > 0;
    }

    /** Asked anew: a host that cannot tell others how it is, since the database takes nothing, keeps its last word. */
    private static HostStatus seen(ProjectionHost host) {
        try {
            return host.statusNow();
        } catch (SQLException e) {
            return host.status();
        }
    }

    /** The names of those that are stuck, as last looked. */
    List<String> stuck() {
        return stuck;
    }

    /** The time since a projection last went on, as seen from here. */
    Duration idle(String projection) {
        Stillness stillness = still.get(projection);
        return stillness == null ? Duration.ZERO : stillness.lasts();
    }
}
