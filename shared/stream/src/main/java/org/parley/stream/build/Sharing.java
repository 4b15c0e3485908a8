package org.parley.stream.build;

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
import org.parley.stream.ProjectionReader;
import org.parley.stream.ProjectionStatus;
import org.parley.stream.ReadLimit;
import org.parley.stream.ReaderPlace;
import org.parley.stream.ReportTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This program's part in keeping a live build up to date: those of its readers that fall to it, as long as they do. Which
 * these are follows from who else is there; that a reader is never effective twice is held by its place alone.
 *
 * <p>{@link #look} and {@link #close} are for one thread, the rest for any.
 */
final class Sharing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Who has been in trouble for so long is not counted on by the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UUID self = UUID.randomUUID();
    private final Workshop workshop;
    private final Build build;
    private final List<ReaderPlace> places;
    private final List<Consumer<Set<String>>> listeners;
    private final MemberTable members;
    private final ReportTable reports;
    private volatile Map<Integer, ProjectionReader> own = Map.of();
    private volatile boolean asked;
    private long lookedAt;
    private @Nullable Long inTroubleSince;

    /** Of a build, whose readers' listeners these are; nothing is read before the first look. */
    Sharing(Workshop workshop, Build build, List<Consumer<Set<String>>> listeners) {
        this.workshop = workshop;
        this.build = build;
        this.places = build.places();
        this.listeners = listeners;
        this.members = new MemberTable(build.schema());
        this.reports = new ReportTable(build.schema());
        this.lookedAt = System.nanoTime() - LOOK.toNanos();
    }

    Build build() {
        return build;
    }

    /**
     * Says that this program is there and how far it is, and takes or leaves readers. To be called often; it does so about
     * once a second.
     *
     * @throws SQLException when the database does not answer; what is read goes on being read
     */
    void look() throws SQLException {
        long now = System.nanoTime();
        if (!asked && now - lookedAt < LOOK.toNanos()) {
            return;
        }
        asked = false;
        Map<String, ProjectionStatus> statuses = ownStatuses();
        boolean well = isWell(statuses, now);
        Set<Integer> lanes = workshop.transact(connection -> {
            Workshop.withoutWaitingForDisk(connection);
            members.seen(connection, build, self, well);
            reports.tell(connection, statuses);
            for (Map.Entry<Integer, ProjectionReader> reader : own.entrySet()) {
                reports.retries(connection, name(reader.getKey())).forEach(reader.getValue()::retry);
            }
            return members.of(connection, build).lanesOf(self, places.size(), build.number());
        });
        lookedAt = now;
        have(lanes);
    }

    private boolean isWell(Map<String, ProjectionStatus> statuses, long now) {
        if (statuses.values().stream().allMatch(status -> status.error() == null)) {
            inTroubleSince = null;
            return true;
        }
        if (inTroubleSince == null) {
            inTroubleSince = now;
        }
        return now - inTroubleSince < PATIENCE.toNanos();
    }

    private void have(Set<Integer> lanes) {
        Map<Integer, ProjectionReader> before = own;
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
        own = Map.copyOf(now);
        if (!before.isEmpty() || lanes.size() < places.size()) {
            LOG.info("{}: reads {} of {} shares of the partitions", build.reader(), lanes.size(), places.size());
        }
    }

    private ProjectionReader open(int lane) {
        ProjectionReader reader = new ProjectionReader(
                workshop.projection(), workshop.dataSource(), places.get(lane), ReadLimit.NONE, workshop.settings());
        listeners.forEach(reader::onCommit);
        reader.start();
        return reader;
    }

    private Map<String, ProjectionStatus> ownStatuses() {
        Map<String, ProjectionStatus> statuses = new HashMap<>();
        own.forEach((lane, reader) -> statuses.put(name(lane), reader.status()));
        return statuses;
    }

    private String name(int lane) {
        return places.get(lane).reader();
    }

    /** How far all programs together are. */
    ProjectionStatus status() throws SQLException {
        Map<String, ProjectionStatus> statuses = ownStatuses();
        List<String> others = new ArrayList<>(build.readers());
        others.removeAll(statuses.keySet());
        if (!others.isEmpty()) {
            statuses.putAll(workshop.transact(
                    connection -> reports.told(connection, workshop.projection(), others, MemberTable.GONE_AFTER)));
        }
        return ProjectionStatus.sum(
                workshop.projection().name(),
                build.version(),
                build.readers().stream()
                        .map(reader -> statuses.getOrDefault(reader, unread()))
                        .toList());
    }

    /** Of a reader that no program has told of: between two programs, or all are just starting. */
    private ProjectionStatus unread() {
        return new ProjectionStatus(
                workshop.projection().name(),
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

    /** Lets whoever has the reader go on with a negotiation; returns whether it was stopped. */
    boolean retry(String negotiation) throws SQLException {
        boolean stopped = workshop.transact(connection -> reports.askToRetry(connection, build.readers(), negotiation));
        asked |= stopped;
        return stopped;
    }

    /** Leaves its readers to the others. */
    @Override
    public void close() {
        own.values().parallelStream().forEach(ProjectionReader::close);
        own = Map.of();
        try {
            workshop.transact(connection -> {
                members.left(connection, build, self);
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            LOG.debug("{}: the others will notice by themselves that this program has left", build.reader(), e);
        }
    }
}
