package org.parley.projection.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.projection.Projection;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.ReaderSettings;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.checkpoint.StoredCheckpoints;
import org.parley.projection.kafka.PartitionShare;
import org.parley.projection.kafka.ReadLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projection up to date with a topic. It applies every event once, in the order of its negotiation, and commits
 * the rows and the checkpoint in one transaction. So it may be closed, killed or started twice at any time. If two
 * processes use the same reader name, one of them waits.
 *
 * <ul>
 *   <li>A repeat (an applied position with the same id) is dropped.
 *   <li>A fork (an applied position with another id) stops its negotiation.
 *   <li>A gap (a position that is too high) is waited for. After a while the partition is read again from its start. If
 *       the missing event is not there, the negotiation is stopped until it arrives.
 *   <li>An event that the projection cannot apply, or that a newer ledger published, stops its negotiation.
 *   <li>A foreign record is skipped, counted and reported; it changes and stops nothing.
 *   <li>A slow negotiation gets a dedicated reader on its own thread, until it is fast again.
 *   <li>A topic that was recreated, or whose log became shorter, is read from the start; repeats are dropped. Stops of
 *       a deleted topic are removed.
 * </ul>
 *
 * A negotiation is stopped in this projection only and does not delay others; its later events wait in the topic.
 * Thread-safe.
 */
public final class ProjectionReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionReader.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Projection projection;
    private final CheckpointLocation location;
    private final DataSource dataSource;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReaderState state = new ReaderState();
    private final ReaderCheckpoint checkpoint;
    private final BatchApplier applier;
    private final SlowNegotiationReaders slowReaders;
    private final ReaderLoop loop;
    private @Nullable Thread thread;

    /**
     * Creates a reader; {@link #start} starts it.
     *
     * @param dataSource the database; the reader uses one connection at a time, and one more for each call of
     *     {@link #awaitPosition} for a negotiation that it has not seen yet
     */
    public ProjectionReader(
            Projection projection,
            DataSource dataSource,
            CheckpointLocation location,
            ReadLimit limit,
            ReaderSettings settings) {
        this(projection, dataSource, location, new ReaderScope(settings, location.share(), limit, null));
    }

    private ProjectionReader(
            Projection projection, DataSource dataSource, CheckpointLocation location, ReaderScope reading) {
        String name = "parley-" + location.reader();
        ReaderSettings settings = reading.settings();
        ReaderCheckpoint checkpoint = new ReaderCheckpoint(dataSource, location, settings.seals());
        this.projection = projection;
        this.location = location;
        this.dataSource = dataSource;
        this.checkpoint = checkpoint;
        this.applier = new BatchApplier(
                projection, checkpoint, settings, reading.onlyNegotiation() == null, () -> closing.getCount() == 0);
        this.slowReaders = new SlowNegotiationReaders(
                name, settings.share(), (stop, reader) -> startDedicatedReader(stop, reader, reading));
        this.loop = new ReaderLoop(name, reading, checkpoint, applier, slowReaders, state, closing);
    }

    /** Starts the dedicated reader of a slow negotiation. */
    private ProjectionReader startDedicatedReader(NegotiationStop stop, String name, ReaderScope reading) {
        CheckpointLocation own = new CheckpointLocation(
                location.schema(), name, location.tablesSchema(), PartitionShare.singlePartition(stop.partition()));
        ProjectionReader reader = new ProjectionReader(
                projection,
                dataSource,
                own,
                new ReaderScope(reading.settings(), own.share(), reading.limit(), stop.negotiation()));
        reader.onCommit(state::announce);
        reader.start();
        return reader;
    }

    /** The time since the last slow transaction. */
    Duration timeSinceSlow() {
        return applier.timeSinceSlow();
    }

    /**
     * Starts reading on a separate thread: from the checkpoint, or from the start of the topic if there is none. The
     * reader retries while Kafka or PostgreSQL is unavailable or the topic does not exist.
     *
     * @throws IllegalStateException if the reader was started or closed before
     */
    public synchronized void start() {
        if (thread != null || closing.getCount() == 0) {
            throw new IllegalStateException("a reader can only be started once");
        }
        thread =
                Thread.ofPlatform().name("stream-" + location.reader()).daemon().start(loop);
    }

    /** Stops reading after the current batch. Waits for it at most 15 seconds. */
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
                LOG.warn("{} does not stop in time; interrupting it", running.getName());
                running.interrupt();
                running.join(CLOSE.dividedBy(2));
            }
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** The current progress. */
    public ProjectionStatus status() {
        return state.status(projection.name(), projection.version())
                .with(slowReaders.statuses(), checkpoint::lastSeenPosition);
    }

    /**
     * Waits until a position is applied, by this process or another.
     *
     * @return false if the position was not applied in time
     */
    public boolean awaitPosition(String negotiation, long position, Duration atMost) throws InterruptedException {
        return state.progress().await(negotiation, position, atMost, this::stored, this::applyAtOnce);
    }

    /** Starts the next batch without waiting for more events: a request waits for one of them. */
    public void applyAtOnce() {
        state.interval().endNow();
    }

    private long stored(String negotiation) {
        try (Connection connection = dataSource.getConnection()) {
            return new StoredCheckpoints(location.schema(), List.of(location.reader()))
                    .position(connection, negotiation);
        } catch (SQLException e) {
            LOG.debug("the position of {} cannot be read", negotiation, e);
            return -1;
        }
    }

    /**
     * Adds a listener that receives, after each commit, the negotiations that advanced. Commits of other processes are
     * reported too, with a short delay and sometimes twice. The listener runs on the reader's thread and must not
     * block.
     */
    public void onCommit(Consumer<Set<String>> negotiations) {
        state.onCommit(negotiations);
    }

    /**
     * Requests a retry of a stopped negotiation. The reader does it soon after this call; if the cause remains, the
     * negotiation stops again. Does nothing if it is not stopped.
     */
    public void retry(String negotiation) {
        state.retry(negotiation);
        slowReaders.retry(negotiation);
    }

    /** Whether a requested {@link #retry} has not started yet. */
    public boolean isAboutToRetry() {
        return !state.retryRequests().isEmpty();
    }
}
