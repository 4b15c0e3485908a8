package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.projection.checkpoint.StoredCheckpoints;
import org.parley.projection.kafka.ReadLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds a projection and replaces the live build: reads the topic in bulk, never further than the live build,
 * creates the indexes, compares both builds at the same positions, and switches in one transaction. Progress is kept
 * when the process ends; the next process with the lease continues.
 *
 * <p>A live build of another version is frozen meanwhile. The new build is compared at its last position, then reads to
 * the end of the topic and replaces it whatever the differences; they are stored as the comparison of the build.
 */
final class RebuildJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildJob.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SAME_OFFSETS_TIMEOUT = Duration.ofSeconds(10);

    /** The remaining number of records at which the indexes are created. */
    private static final long INDEX_WITHIN = 5_000;

    /** The lock timeout of the switch: new queries queue behind it while it waits for running ones. */
    private static final String SHOW_WITHIN = "250ms";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ProjectionContext context;
    private final ProjectionBuild build;
    private final CountDownLatch closing;
    private BuildComparison earlyComparison = BuildComparison.NONE;
    private volatile @Nullable RebuildReaders lanes;
    private volatile @Nullable String error;
    private volatile @Nullable String missingEvents;

    RebuildJob(ProjectionContext context, ProjectionBuild build, CountDownLatch closing) {
        this.context = context;
        this.build = build;
        this.closing = closing;
    }

    ProjectionBuild build() {
        return build;
    }

    /** What is still missing, if the job stopped for that reason; otherwise null. */
    @Nullable String missingEvents() {
        return missingEvents;
    }

    @Nullable String error() {
        if (missingEvents != null) {
            return missingEvents;
        }
        RebuildReaders running = lanes;
        return error == null && running != null ? running.error() : error;
    }

    long total() {
        RebuildReaders running = lanes;
        return running == null ? 0 : running.total();
    }

    void retry(String negotiation) {
        RebuildReaders running = lanes;
        if (running != null) {
            running.retry(negotiation);
        }
    }

    /** Runs until the build is live or cancelled, events are missing, or the process closes. */
    @Override
    public void run() {
        try {
            boolean done = false;
            while (!done && closing.getCount() > 0) {
                try {
                    done = step();
                    error = null;
                } catch (SQLException | RuntimeException e) {
                    if (closing.getCount() > 0
                            && !String.valueOf(e.getMessage()).equals(error)) {
                        LOG.warn("{}: {}; retrying", build.readerPrefix(), e.getMessage(), e);
                    }
                    error = String.valueOf(e.getMessage());
                }
                if (!done && closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeReaders();
        }
    }

    private boolean step() throws SQLException, InterruptedException {
        List<ProjectionBuild> builds = context.builds();
        Optional<ProjectionBuild> now = builds.stream()
                .filter(each -> each.number() == build.number() && each.phase() == BuildPhase.BUILDING)
                .findFirst();
        ProjectionBuild live =
                ProjectionContext.inPhase(builds, BuildPhase.LIVE).orElseThrow();
        return now.isEmpty() || advance(now.get(), live);
    }

    private boolean advance(ProjectionBuild now, ProjectionBuild live) throws SQLException, InterruptedException {
        boolean followsLive = live.version() == now.version();
        boolean compares = followsLive || now.comparison() == null;
        RebuildReaders running = lanes;
        if (running == null) {
            running = new RebuildReaders(context, now, compares ? limit(live) : ReadLimit.NONE);
            lanes = running;
        }
        if (running.isAboutToRetry()) {
            return false;
        }
        long remaining = context.transact(connection -> remaining(connection, now, live));
        if (!now.isIndexed() && remaining <= INDEX_WITHIN) {
            LOG.info("{}: creating the indexes", now.readerPrefix());
            context.run(connection -> {
                BuildSchema.createIndexes(connection, now, context.projection());
                context.table().markIndexed(connection, now);
            });
            return false;
        }
        if (!followsLive && compares && context.transact(connection -> hasOtherTopic(connection, now, live))) {
            LOG.warn(
                    "{}: the topic was recreated since {} read it; there is nothing to compare",
                    now.readerPrefix(),
                    live.readerPrefix());
            context.run(connection -> context.table()
                    .setComparison(connection, now, BuildComparison.NONE.report(behind(connection, now, live))));
            closeReaders();
            return false;
        }
        if (compares && (remaining > 0 || !context.transact(connection -> hasSameOffsets(connection, now, live)))) {
            return false;
        }
        if (compares && context.transact(connection -> waitsForSlow(connection, now, live))) {
            return false;
        }
        if (followsLive) {
            compareEarly(now, live);
            return switchLive(now, live);
        }
        if (compares) {
            context.run(connection -> {
                BuildComparison comparison =
                        BuildComparison.of(connection, live, now, uncomparedColumns(), BuildComparison.NONE);
                context.table().setComparison(connection, now, comparison.report(behind(connection, now, live)));
            });
            closeReaders(); // the next readers read to the end
            return false;
        }
        if (!running.isCaughtUp()) {
            return false;
        }
        missingEvents = now.isAccepted() ? null : missingEvents(now, live);
        return missingEvents != null || switchLive(now, live);
    }

    /**
     * What this build is missing and may still arrive: the topic is being refilled, such as after the ledger got a seal
     * key. Stopped negotiations are excluded, since waiting does not help them.
     */
    private @Nullable String missingEvents(ProjectionBuild now, ProjectionBuild live) throws SQLException {
        Set<String> missing = context.transact(connection -> {
            Set<String> behind = behind(connection, now, live);
            checkpoints(now).stopped(connection).forEach(stopped -> behind.remove(stopped.negotiation()));
            return behind;
        });
        return missing.stream()
                .min(Comparator.naturalOrder())
                .map(("the topic has fewer events of %d negotiations than the live build, such as %%s: it may"
                                .formatted(missing.size())
                        + " still be refilled; the rebuild waits for that, or for being accepted")::formatted)
                .orElse(null);
    }

    private Set<String> uncomparedColumns() {
        return context.projection().offsetColumns();
    }

    private ReadLimit limit(ProjectionBuild live) {
        return () -> context.transact(connection -> checkpoints(live).offsets(connection));
    }

    private static StoredCheckpoints checkpoints(ProjectionBuild build) {
        return new StoredCheckpoints(build.schema(), build.readerNames());
    }

    /** The number of records that the live build has read and this one has not. */
    private static long remaining(Connection connection, ProjectionBuild build, ProjectionBuild live)
            throws SQLException {
        Map<Integer, Long> here = checkpoints(build).offsets(connection);
        return checkpoints(live).offsets(connection).entrySet().stream()
                .mapToLong(there -> Math.max(0, there.getValue() - here.getOrDefault(there.getKey(), 0L)))
                .sum();
    }

    /** Whether both have the same offsets of the same topic. */
    private static boolean hasSameOffsets(Connection connection, ProjectionBuild build, ProjectionBuild live)
            throws SQLException {
        Map<Integer, Long> there = checkpoints(live).offsets(connection);
        return there.isEmpty()
                || (there.equals(checkpoints(build).offsets(connection))
                        && checkpoints(live)
                                .topicIds(connection)
                                .equals(checkpoints(build).topicIds(connection)));
    }

    /** Whether a slow negotiation is still behind the live build. */
    private static boolean waitsForSlow(Connection connection, ProjectionBuild build, ProjectionBuild live)
            throws SQLException {
        Set<String> slow = new HashSet<>();
        checkpoints(build).slow(connection).forEach(each -> slow.add(each.negotiation()));
        if (!slow.isEmpty()) {
            checkpoints(build).stopped(connection).forEach(stopped -> slow.remove(stopped.negotiation()));
            slow.retainAll(behind(connection, build, live));
        }
        return !slow.isEmpty();
    }

    /** Whether the frozen live build has read a topic that no longer exists, so that its offsets mean nothing. */
    private static boolean hasOtherTopic(Connection connection, ProjectionBuild build, ProjectionBuild live)
            throws SQLException {
        Set<String> here = checkpoints(build).topicIds(connection);
        Set<String> there = checkpoints(live).topicIds(connection);
        return !here.isEmpty() && !there.isEmpty() && !there.containsAll(here);
    }

    /** Compares while both builds continue, so that little is left to compare under the lock. */
    private void compareEarly(ProjectionBuild now, ProjectionBuild live) throws SQLException {
        earlyComparison = context.transact(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            return BuildComparison.of(connection, live, now, uncomparedColumns(), earlyComparison);
        });
    }

    /** Locks the live build and replaces it if the builds are equal; returns false if the job must retry. */
    private boolean switchLive(ProjectionBuild now, ProjectionBuild live) throws SQLException, InterruptedException {
        boolean followsLive = live.version() == now.version();
        try (Connection connection = context.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                context.table().lock(connection, now.projection());
                checkpoints(live).lock(connection);
                boolean caughtUp = !followsLive || awaitSameOffsets(connection, now, live);
                closeReaders();
                checkpoints(now).lock(connection);
                if (!caughtUp || !isStillBuilding(connection, now) || waitsForSlow(connection, now, live)) {
                    connection.rollback();
                    return false;
                }
                decide(connection, now, live, followsLive);
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                if (e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                    LOG.debug("{}: queries are running; the switch is retried", now.readerPrefix());
                    return false;
                }
                throw e;
            }
        }
    }

    private boolean isStillBuilding(Connection connection, ProjectionBuild now) throws SQLException {
        return context.table().read(connection, now.projection()).stream()
                .anyMatch(each -> each.number() == now.number() && each.phase() == BuildPhase.BUILDING);
    }

    private boolean awaitSameOffsets(Connection connection, ProjectionBuild now, ProjectionBuild live)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + SAME_OFFSETS_TIMEOUT.toNanos();
        while (!hasSameOffsets(connection, now, live)) {
            if (System.nanoTime() > deadline || closing.await(POLL.toMillis() / 5, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void decide(Connection connection, ProjectionBuild now, ProjectionBuild live, boolean followsLive)
            throws SQLException {
        Set<String> behind = behind(connection, now, live);
        boolean same = behind.isEmpty();
        if (followsLive) {
            BuildComparison comparison =
                    BuildComparison.of(connection, live, now, uncomparedColumns(), earlyComparison);
            same &= comparison.isSame();
            context.table().setComparison(connection, now, comparison.report(behind));
        }
        if (!same && !now.isAccepted()) {
            LOG.error(
                    "{}: differs from {}; it does not replace it unless accepted",
                    now.readerPrefix(),
                    live.readerPrefix());
            context.table().setPhase(connection, now, BuildPhase.DIFFERENT, ProjectionContext.now());
            return;
        }
        context.table().setPhase(connection, live, BuildPhase.FORMER, ProjectionContext.now());
        context.table().setPhase(connection, now, BuildPhase.LIVE, ProjectionContext.now());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '%s'".formatted(SHOW_WITHIN));
        }
        BuildSchema.switchViews(connection, List.of(live), now);
        LOG.info("{}: replaces {}", now.readerPrefix(), live.readerPrefix());
    }

    /** The negotiations of which this build has applied fewer events than the live one. */
    private static Set<String> behind(Connection connection, ProjectionBuild now, ProjectionBuild live)
            throws SQLException {
        Map<String, Long> here = checkpoints(now).positions(connection);
        Set<String> behind = new HashSet<>();
        checkpoints(live).positions(connection).forEach((negotiation, position) -> {
            if (here.getOrDefault(negotiation, 0L) < position) {
                behind.add(negotiation);
            }
        });
        return behind;
    }

    private void closeReaders() {
        RebuildReaders running = lanes;
        if (running != null) {
            running.close();
            lanes = null;
        }
    }
}
