package org.parley.projection.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.ReaderStatusTable;
import org.parley.projection.kafka.ReadLimit;
import org.parley.projection.reader.ProjectionReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the readers of a live build that are assigned to this process. The assignment follows from the current members.
 * Only the fenced checkpoint guarantees that no reader commits twice.
 *
 * <p>Call {@link #update} and {@link #close} from one thread; the other methods are thread-safe.
 */
final class ReaderAssignment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderAssignment.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** After failing for this long, a member reports itself as unhealthy. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UUID self = UUID.randomUUID();
    private final ProjectionContext context;
    private final ProjectionBuild build;
    private final List<CheckpointLocation> locations;
    private final List<Consumer<Set<String>>> listeners;
    private final BuildMemberTable members;
    private final ReaderStatusTable state;
    private volatile Map<Integer, ProjectionReader> ownReaders = Map.of();
    private volatile boolean retryRequested;
    private long updatedAt;
    private @Nullable Long failingSince;

    /** Starts no reader before the first {@link #update}. */
    ReaderAssignment(ProjectionContext context, ProjectionBuild build, List<Consumer<Set<String>>> listeners) {
        this.context = context;
        this.build = build;
        this.locations = build.locations();
        this.listeners = listeners;
        this.members = new BuildMemberTable(build.schema());
        this.state = new ReaderStatusTable(build.schema());
        this.updatedAt = System.nanoTime() - INTERVAL.toNanos();
    }

    ProjectionBuild build() {
        return build;
    }

    /**
     * Sends the heartbeat and the status of this process, and starts or stops readers. To be called often; it acts
     * about once a second.
     *
     * @throws SQLException if the database is unavailable; the readers continue
     */
    void update() throws SQLException {
        long now = System.nanoTime();
        if (!retryRequested && now - updatedAt < INTERVAL.toNanos()) {
            return;
        }
        retryRequested = false;
        Map<String, ProjectionStatus> statuses = ownStatuses();
        boolean well = isHealthy(statuses, now);
        Set<Integer> lanes = context.transact(connection -> {
            ProjectionContext.commitAsynchronously(connection);
            members.heartbeat(connection, build, self, well);
            state.publish(connection, statuses);
            for (Map.Entry<Integer, ProjectionReader> reader : ownReaders.entrySet()) {
                state.retryRequests(connection, name(reader.getKey())).forEach(reader.getValue()::retry);
            }
            return members.read(connection, build).sharesOf(self, locations.size(), build.number());
        });
        updatedAt = now;
        assign(lanes);
    }

    private boolean isHealthy(Map<String, ProjectionStatus> statuses, long now) {
        if (statuses.values().stream().allMatch(status -> status.error() == null)) {
            failingSince = null;
            return true;
        }
        if (failingSince == null) {
            failingSince = now;
        }
        return now - failingSince < PATIENCE.toNanos();
    }

    private void assign(Set<Integer> lanes) {
        Map<Integer, ProjectionReader> before = ownReaders;
        if (before.keySet().equals(lanes)) {
            return;
        }
        Map<Integer, ProjectionReader> now = new TreeMap<>(before);
        now.keySet().retainAll(lanes);
        List<ProjectionReader> left = new ArrayList<>(before.values());
        left.removeAll(now.values());
        left.parallelStream().forEach(ProjectionReader::close);
        for (Integer lane : lanes) {
            now.computeIfAbsent(lane, this::open);
        }
        ownReaders = Map.copyOf(now);
        if (!before.isEmpty() || lanes.size() < locations.size()) {
            LOG.info("{}: reads {} of {} partition shares", build.readerPrefix(), lanes.size(), locations.size());
        }
    }

    private ProjectionReader open(int lane) {
        ProjectionReader reader = new ProjectionReader(
                context.projection(), context.dataSource(), locations.get(lane), ReadLimit.NONE, context.settings());
        listeners.forEach(reader::onCommit);
        reader.start();
        return reader;
    }

    private Map<String, ProjectionStatus> ownStatuses() {
        Map<String, ProjectionStatus> statuses = new HashMap<>();
        ownReaders.forEach((lane, reader) -> statuses.put(name(lane), reader.status()));
        return statuses;
    }

    private String name(int lane) {
        return locations.get(lane).reader();
    }

    /** The progress of all processes together. */
    ProjectionStatus status() throws SQLException {
        Map<String, ProjectionStatus> statuses = ownStatuses();
        List<String> others = new ArrayList<>(build.readerNames());
        others.removeAll(statuses.keySet());
        if (!others.isEmpty()) {
            statuses.putAll(context.transact(
                    connection -> state.read(connection, context.projection(), others, BuildMemberTable.GONE_AFTER)));
        }
        return ProjectionStatus.sum(
                context.projection().name(),
                build.version(),
                build.readerNames().stream()
                        .map(reader -> statuses.getOrDefault(reader, unknownStatus()))
                        .toList());
    }

    /** The status of a reader that no process has reported: it is being reassigned or starting. */
    private ProjectionStatus unknownStatus() {
        return new ProjectionStatus(
                context.projection().name(),
                build.version(),
                0,
                0,
                ProjectionStatus.UNKNOWN,
                0,
                List.of(),
                List.of(),
                0,
                null);
    }

    /** Starts the next batches of the own readers at once. */
    void applyAtOnce() {
        ownReaders.values().forEach(ProjectionReader::applyAtOnce);
    }

    /** Requests a retry from the process that runs the reader; returns whether the negotiation was stopped. */
    boolean retry(String negotiation) throws SQLException {
        boolean stopped =
                context.transact(connection -> state.requestRetry(connection, build.readerNames(), negotiation));
        retryRequested |= stopped;
        return stopped;
    }

    /** Closes the readers, so that other members take them over. */
    @Override
    public void close() {
        ownReaders.values().parallelStream().forEach(ProjectionReader::close);
        ownReaders = Map.of();
        try {
            context.transact(connection -> {
                members.remove(connection, build, self);
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            LOG.debug("{}: leaving was not recorded; the missing heartbeat will show it", build.readerPrefix(), e);
        }
    }
}
