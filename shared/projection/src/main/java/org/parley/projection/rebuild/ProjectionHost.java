package org.parley.projection.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.projection.Projection;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.ReaderSettings;
import org.parley.projection.checkpoint.StoredCheckpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projection up to date, and rebuilds it on request or when its version has increased. Each build has its
 * tables in its own schema; views in the common schema expose the tables of the live build. Any number of processes may
 * host the same projection on one database: they share the builds, and the partitions of the live one.
 *
 * <p>A process with an older version than the live build leaves that build unchanged and reports it as an error.
 */
public final class ProjectionHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHost.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(15);

    /** The maximum number of readers of a build. */
    public static final int SHARES_MAX = 64;

    private final ProjectionContext context;
    private final RebuildRunner runner;
    private final RateMeter pace = new RateMeter();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile @Nullable ReaderAssignment assignment;
    private volatile @Nullable HostStatus status;

    /**
     * Creates a host; {@link #start} starts it.
     *
     * @param schema the schema of the readers' tables, migrated by
     *     {@link org.parley.projection.checkpoint.CheckpointSchema#migrate}, and of the views
     * @param lanes the number of readers of a new build, 1 to {@value #SHARES_MAX}; the maximum number of processes that
     *     can share its work
     */
    public ProjectionHost(
            Projection projection, DataSource dataSource, String schema, int lanes, ReaderSettings settings) {
        if (lanes < 1 || lanes > SHARES_MAX) {
            throw new IllegalArgumentException(
                    "the number of partition shares must be 1 to %d, not %d".formatted(SHARES_MAX, lanes));
        }
        this.context = new ProjectionContext(projection, dataSource, schema, lanes, settings);
        this.runner = new RebuildRunner(context, new RebuildLease(dataSource, schema));
    }

    /** The projection's name. */
    public String name() {
        return context.projection().name();
    }

    /**
     * Creates the live build if it does not exist, so that queries work, and starts reading.
     *
     * @throws SQLException if the database fails
     * @throws IllegalStateException if the host was started or closed before
     */
    public synchronized void start() throws SQLException {
        if (thread != null || closing.getCount() == 0) {
            throw new IllegalStateException("a host can only be started once");
        }
        context.run(connection -> {
            List<ProjectionBuild> builds = context.table().read(connection, name());
            Optional<ProjectionBuild> live = ProjectionContext.inPhase(builds, BuildPhase.LIVE);
            if (live.isEmpty()) {
                context.begin(connection, BuildPhase.LIVE);
            } else if (live.get().version() < context.projection().version()) {
                LOG.info(
                        "{}: rebuilding, since its version has increased from {}",
                        name(),
                        live.get().version());
                RebuildControl.begin(connection, context);
            }
        });
        update();
        thread = Thread.ofPlatform().name("host-" + name()).daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    update();
                } catch (SQLException | RuntimeException e) {
                    LOG.debug("{}: the builds cannot be read", name(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void update() throws SQLException {
        List<ProjectionBuild> builds = context.builds();
        ProjectionBuild live =
                ProjectionContext.inPhase(builds, BuildPhase.LIVE).orElseThrow();
        shareReading(live);
        Optional<ProjectionBuild> next = ProjectionContext.next(builds);
        runner.update(next.filter(build -> build.phase() == BuildPhase.BUILDING
                && build.version() == context.projection().version()));
        status = status(builds);
    }

    private HostStatus status(List<ProjectionBuild> builds) throws SQLException {
        ProjectionBuild live =
                ProjectionContext.inPhase(builds, BuildPhase.LIVE).orElseThrow();
        Optional<ProjectionBuild> next = ProjectionContext.next(builds);
        ProjectionStatus reading = readingStatus(live);
        RebuildStatus making = next.isEmpty() ? null : status(next.get(), reading);
        List<ProjectionBuild> former = builds.stream()
                .filter(build -> build.phase() == BuildPhase.FORMER)
                .toList();
        boolean sealed = context.transact(
                connection -> new StoredCheckpoints(live.schema(), live.readerNames()).areSealed(connection));
        return new HostStatus(reading, live, isFrozen(live), sealed, making, former);
    }

    private boolean isFrozen(ProjectionBuild live) {
        return live.version() != context.projection().version();
    }

    private void shareReading(ProjectionBuild live) throws SQLException {
        ReaderAssignment current = assignment;
        if (current != null && current.build().number() != live.number()) {
            current.close();
            current = null;
        }
        if (current == null && !isFrozen(live)) {
            current = new ReaderAssignment(context, live, listeners);
        }
        assignment = current;
        if (current != null) {
            current.update();
        }
    }

    private ProjectionStatus readingStatus(ProjectionBuild live) throws SQLException {
        ReaderAssignment current = assignment;
        if (current != null) {
            return current.status();
        }
        boolean newer = live.version() > context.projection().version();
        return context.transact(connection -> {
            StoredCheckpoints checkpoints = new StoredCheckpoints(live.schema(), live.readerNames());
            return new ProjectionStatus(
                    name(),
                    live.version(),
                    checkpoints.done(connection),
                    0,
                    ProjectionStatus.UNKNOWN,
                    0,
                    checkpoints.stopped(connection),
                    checkpoints.slow(connection),
                    0,
                    newer
                            ? "the tables have version %d, but this program has version %d"
                                    .formatted(
                                            live.version(), context.projection().version())
                            : null);
        });
    }

    private RebuildStatus status(ProjectionBuild build, ProjectionStatus reading) throws SQLException {
        RebuildJob job = runner.job();
        return context.transact(connection -> {
            StoredCheckpoints checkpoints = new StoredCheckpoints(build.schema(), build.readerNames());
            long done = checkpoints.done(connection);
            long total = Math.max(done, Math.max(reading.done(), job == null ? 0 : job.total()));
            pace.sample(System.nanoTime(), done);
            return new RebuildStatus(
                    build,
                    done,
                    total,
                    pace.perSecond(),
                    pace.estimate(total - done),
                    checkpoints.stopped(connection),
                    runner.error());
        });
    }

    /** The last known status, at most about a second old while the database is available. */
    public HostStatus status() {
        HostStatus last = status;
        if (last == null) {
            throw new IllegalStateException("the host is not started");
        }
        return last;
    }

    /** Reads the current status from the database. */
    public HostStatus statusNow() throws SQLException {
        HostStatus now = status(context.builds());
        status = now;
        return now;
    }

    /** Controls the rebuilds. */
    public RebuildControl rebuildControl() {
        return new RebuildControl(context);
    }

    /**
     * Adds a listener that receives, after each commit to the live build, the negotiations that advanced. Call before
     * the start.
     */
    public void onCommit(Consumer<Set<String>> negotiations) {
        listeners.add(negotiations);
    }

    /** Starts the next batches of this process at once: a request waits for an event. Otherwise they are spaced. */
    public void applyAtOnce() {
        ReaderAssignment current = assignment;
        if (current != null) {
            current.applyAtOnce();
        }
    }

    /**
     * Retries a stopped negotiation, in the live build, whichever process reads it, and in the rebuild. If the cause
     * remains, it stops again.
     *
     * @return whether it was stopped
     * @throws SQLException if the database is unavailable
     */
    public boolean retry(String negotiation) throws SQLException {
        HostStatus last = statusNow();
        ReaderAssignment current = assignment;
        RebuildJob job = runner.job();
        boolean stopped = current != null && current.retry(negotiation);
        boolean stoppedInMaking = last.rebuild() != null
                && last.rebuild().stopped().stream()
                        .anyMatch(each -> each.negotiation().equals(negotiation));
        if (job != null && (stopped || stoppedInMaking)) {
            job.retry(negotiation);
        }
        return stopped || stoppedInMaking;
    }

    /** Stops reading and rebuilding after the current batches. A rebuild continues at the next start. */
    @Override
    public synchronized void close() {
        closing.countDown();
        Thread running = thread;
        try {
            if (running != null && !running.join(CLOSE)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runner.close();
        ReaderAssignment current = assignment;
        if (current != null) {
            current.close();
        }
    }
}
