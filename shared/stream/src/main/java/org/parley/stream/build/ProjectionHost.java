package org.parley.stream.build;

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
import org.parley.stream.Places;
import org.parley.stream.Projection;
import org.parley.stream.ProjectionStatus;
import org.parley.stream.ReaderSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projection up to date, and makes it anew when asked or when its version has risen. Its tables live in builds, each
 * in a schema of its own; views in the common schema show those of the one build that answers. Any number of programs may
 * host the same projection on one database: they share the builds, and the partitions that each reads into the live one.
 *
 * <p>A program that knows an older version than the live build's leaves that build as it is and says so.
 */
public final class ProjectionHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHost.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(15);

    /** The most readers that a build may have. */
    public static final int LANES_MAX = 64;

    private final Workshop workshop;
    private final Maker maker;
    private final Pace pace = new Pace();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile @Nullable Sharing sharing;
    private volatile @Nullable HostStatus status;

    /**
     * A host that does nothing yet.
     *
     * @param schema where {@link org.parley.stream.StreamSchema#migrate} made the readers' tables; views of the projection's
     *     tables are in it too
     * @param lanes how many readers share the partitions of a build that is begun here, 1 to {@value #LANES_MAX}; so many
     *     programs at most can keep it up to date together
     */
    public ProjectionHost(
            Projection projection, DataSource dataSource, String schema, int lanes, ReaderSettings settings) {
        if (lanes < 1 || lanes > LANES_MAX) {
            throw new IllegalArgumentException("there are 1 to %d lanes, not %d".formatted(LANES_MAX, lanes));
        }
        this.workshop = new Workshop(projection, dataSource, schema, lanes, settings);
        this.maker = new Maker(workshop, new MakingLease(dataSource, schema));
    }

    /** The projection's name. */
    public String name() {
        return workshop.projection().name();
    }

    /**
     * Makes what there is not yet, so that questions can be asked, and starts reading.
     *
     * @throws SQLException when the database fails
     * @throws IllegalStateException if it was started or closed before
     */
    public synchronized void start() throws SQLException {
        if (thread != null || closing.getCount() == 0) {
            throw new IllegalStateException("a host is started once");
        }
        workshop.run(connection -> {
            List<Build> builds = workshop.table().of(connection, name());
            Optional<Build> live = Workshop.in(builds, Phase.LIVE);
            if (live.isEmpty()) {
                workshop.begin(connection, Phase.LIVE);
            } else if (live.get().version() < workshop.projection().version()) {
                LOG.info(
                        "{}: made anew, since its version has risen from {}",
                        name(),
                        live.get().version());
                Rebuilding.begin(connection, workshop);
            }
        });
        look();
        thread = Thread.ofPlatform().name("host-" + name()).daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (SQLException | RuntimeException e) {
                    LOG.debug("{}: the builds cannot be looked at", name(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws SQLException {
        List<Build> builds = workshop.builds();
        Build live = Workshop.in(builds, Phase.LIVE).orElseThrow();
        read(live);
        Optional<Build> next = Workshop.next(builds);
        maker.make(next.filter(build -> build.phase() == Phase.BUILDING
                && build.version() == workshop.projection().version()));
        status = status(builds);
    }

    private HostStatus status(List<Build> builds) throws SQLException {
        Build live = Workshop.in(builds, Phase.LIVE).orElseThrow();
        Optional<Build> next = Workshop.next(builds);
        ProjectionStatus reading = readingStatus(live);
        MakingStatus making = next.isEmpty() ? null : status(next.get(), reading);
        List<Build> former =
                builds.stream().filter(build -> build.phase() == Phase.FORMER).toList();
        boolean sealed =
                workshop.transact(connection -> new Places(live.schema(), live.readers()).areSealed(connection));
        return new HostStatus(reading, live, isFrozen(live), sealed, making, former);
    }

    private boolean isFrozen(Build live) {
        return live.version() != workshop.projection().version();
    }

    private void read(Build live) throws SQLException {
        Sharing current = sharing;
        if (current != null && current.build().number() != live.number()) {
            current.close();
            current = null;
        }
        if (current == null && !isFrozen(live)) {
            current = new Sharing(workshop, live, listeners);
        }
        sharing = current;
        if (current != null) {
            current.look();
        }
    }

    private ProjectionStatus readingStatus(Build live) throws SQLException {
        Sharing current = sharing;
        if (current != null) {
            return current.status();
        }
        boolean newer = live.version() > workshop.projection().version();
        return workshop.transact(connection -> {
            Places places = new Places(live.schema(), live.readers());
            return new ProjectionStatus(
                    name(),
                    live.version(),
                    places.done(connection),
                    0,
                    ProjectionStatus.UNKNOWN,
                    0,
                    places.stopped(connection),
                    places.slow(connection),
                    0,
                    newer
                            ? "the tables are of version %d, and this program knows version %d"
                                    .formatted(
                                            live.version(),
                                            workshop.projection().version())
                            : null);
        });
    }

    private MakingStatus status(Build build, ProjectionStatus reading) throws SQLException {
        Making here = maker.making();
        return workshop.transact(connection -> {
            Places places = new Places(build.schema(), build.readers());
            long done = places.done(connection);
            long total = Math.max(done, Math.max(reading.done(), here == null ? 0 : here.total()));
            pace.look(System.nanoTime(), done);
            return new MakingStatus(
                    build,
                    done,
                    total,
                    pace.perSecond(),
                    pace.timeFor(total - done),
                    places.stopped(connection),
                    maker.error());
        });
    }

    /** How the projection is, as last looked at. */
    public HostStatus status() {
        HostStatus last = status;
        if (last == null) {
            throw new IllegalStateException("the host is not started");
        }
        return last;
    }

    /** How the projection is, looked at now. */
    public HostStatus statusNow() throws SQLException {
        HostStatus now = status(workshop.builds());
        status = now;
        return now;
    }

    /** What may be done about its builds. */
    public Rebuilding rebuilding() {
        return new Rebuilding(workshop);
    }

    /**
     * Adds a listener that hears, after each commit to the live build, which negotiations went on. To be called before the
     * start.
     */
    public void onCommit(Consumer<Set<String>> negotiations) {
        listeners.add(negotiations);
    }

    /**
     * Goes on with a stopped negotiation, in the live build, whatever program reads it, and in the one being made. If the
     * cause is still there it stops again.
     *
     * @return whether it was stopped
     * @throws SQLException when the database does not answer
     */
    public boolean retry(String negotiation) throws SQLException {
        HostStatus last = statusNow();
        Sharing current = sharing;
        Making here = maker.making();
        boolean stopped = current != null && current.retry(negotiation);
        boolean stoppedInMaking = last.making() != null
                && last.making().stopped().stream()
                        .anyMatch(each -> each.negotiation().equals(negotiation));
        if (here != null && (stopped || stoppedInMaking)) {
            here.retry(negotiation);
        }
        return stopped || stoppedInMaking;
    }

    /** Ends reading and making, after the batches at hand. What is not made yet goes on at the next start. */
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
        maker.close();
        Sharing current = sharing;
        if (current != null) {
            current.close();
        }
    }
}
