package org.parley.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projection up to date with a topic. It applies every event once and in the order of its negotiation, in one
 * transaction with the place it reached; so it may be closed, killed or run twice at any time. A reader of another process
 * of the same name waits behind this one.
 *
 * <ul>
 *   <li>A repeat (a position that is applied, with the same id) is dropped.
 *   <li>A fork (the same position with another id) stops its negotiation.
 *   <li>A gap (a position too high) is waited for; after a while the partition is read again from its start, and if the
 *       missing event is not there, the negotiation is shown as stopped until it comes.
 *   <li>An event that the projection cannot take in, or one of a ledger that is newer than this program, stops its
 *       negotiation.
 *   <li>A record that is not the ledger's is passed over, counted and named; it changes and stops nothing.
 *   <li>A negotiation that takes too long is read aside, on a thread of its own, until it is quick again.
 *   <li>A topic deleted and made anew, or a log that became shorter, is read from the start; repeats are dropped. What had
 *       stopped in a topic that is gone is judged anew.
 * </ul>
 *
 * A stopped negotiation stops in this projection alone and holds up no other one; its later events wait in the topic.
 * Safe for use by any number of threads.
 */
public final class ProjectionReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionReader.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Projection projection;
    private final ReaderPlace place;
    private final DataSource dataSource;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Reports reports = new Reports();
    private final Books books;
    private final Intake intake;
    private final AsideReaders aside;
    private final ReaderLoop loop;
    private @Nullable Thread thread;

    /**
     * A reader that does nothing yet.
     *
     * @param dataSource one connection at a time is used, and one more by each {@link #awaitPosition} that asks for a
     *     negotiation not seen yet
     */
    public ProjectionReader(
            Projection projection, DataSource dataSource, ReaderPlace place, ReadLimit limit, ReaderSettings settings) {
        this(projection, dataSource, place, new Reading(settings, place.lane(), limit, null));
    }

    private ProjectionReader(Projection projection, DataSource dataSource, ReaderPlace place, Reading reading) {
        String name = "parley-" + place.reader();
        ReaderSettings settings = reading.settings();
        Books books = new Books(dataSource, place, settings.seals());
        this.projection = projection;
        this.place = place;
        this.dataSource = dataSource;
        this.books = books;
        this.intake = new Intake(projection, books, settings, reading.only() == null, () -> closing.getCount() == 0);
        this.aside = new AsideReaders(name, settings.share(), (stop, reader) -> readAside(stop, reader, reading));
        this.loop = new ReaderLoop(name, reading, books, intake, aside, reports, closing);
    }

    /** Reads a negotiation that takes long: it may, since no other waits for it. */
    private ProjectionReader readAside(Stop stop, String name, Reading reading) {
        ReaderPlace own = new ReaderPlace(place.schema(), name, place.tables(), Lane.ofPartition(stop.partition()));
        ProjectionReader reader = new ProjectionReader(
                projection,
                dataSource,
                own,
                new Reading(reading.settings(), own.lane(), reading.limit(), stop.negotiation()));
        reader.onCommit(reports::announce);
        reader.start();
        return reader;
    }

    /** For how long taking events in has not taken long. */
    Duration calm() {
        return intake.calm();
    }

    /**
     * Starts reading on a thread of its own, from where it was left; from the start if it never was. While Kafka or
     * PostgreSQL does not answer, or the topic does not exist, it keeps trying.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public synchronized void start() {
        if (thread != null || closing.getCount() == 0) {
            throw new IllegalStateException("a reader is started once");
        }
        thread = Thread.ofPlatform().name("stream-" + place.reader()).daemon().start(loop);
    }

    /** Ends reading after the batch at hand; waits for it, but not longer than some seconds. */
    @Override
    public synchronized void close() {
        closing.countDown();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            loop.wakeup();
            if (!running.join(CLOSE)) {
                LOG.warn("{} does not end in time; interrupting it", running.getName());
                running.interrupt();
                running.join(CLOSE.dividedBy(2));
            }
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** How far it is. */
    public ProjectionStatus status() {
        return reports.status(projection.name(), projection.version()).with(aside.statuses(), books::seenAside);
    }

    /**
     * Waits until a position is applied, by this process or another.
     *
     * @return whether it is; false when the time has run out
     */
    public boolean awaitPosition(String negotiation, long position, Duration atMost) throws InterruptedException {
        return reports.progress().await(negotiation, position, atMost, this::stored);
    }

    private long stored(String negotiation) {
        try (Connection connection = dataSource.getConnection()) {
            return new Places(place.schema(), List.of(place.reader())).position(connection, negotiation);
        } catch (SQLException e) {
            LOG.debug("the database does not tell how far {} is", negotiation, e);
            return -1;
        }
    }

    /**
     * Adds a listener that hears, after each commit, which negotiations went on; also of commits by another process, a
     * little later, and sometimes twice. It is called on the reader's thread and should be quick.
     */
    public void onCommit(Consumer<Set<String>> negotiations) {
        reports.onCommit(negotiations);
    }

    /**
     * Goes on with a stopped negotiation from where it stopped, soon after this call. If the cause is still there it stops
     * again. Nothing happens when it is not stopped.
     */
    public void retry(String negotiation) {
        reports.retry(negotiation);
        aside.retry(negotiation);
    }

    /** Whether a {@link #retry} has not gone back to where its negotiation stopped yet. */
    public boolean isAboutToRetry() {
        return !reports.toRetry().isEmpty();
    }
}
