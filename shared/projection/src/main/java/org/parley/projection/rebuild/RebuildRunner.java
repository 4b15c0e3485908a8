package org.parley.projection.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job of the next build on a separate thread while this process holds the lease. To be called by one thread.
 */
final class RebuildRunner implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(15);

    /** How long the lease is left to other projections before this job checks for missing events again. */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(3);

    private final ProjectionContext context;
    private final RebuildLease lease;
    private volatile @Nullable Worker worker;
    private volatile @Nullable String missing;
    private long notBefore = System.nanoTime();

    private record Worker(RebuildJob job, CountDownLatch closing, Thread thread) {
        boolean isFor(Optional<ProjectionBuild> next) {
            return thread.isAlive()
                    && next.isPresent()
                    && next.get().number() == job.build().number();
        }
    }

    RebuildRunner(ProjectionContext context, RebuildLease lease) {
        this.context = context;
        this.lease = lease;
    }

    /** Starts, continues or stops the job so that it matches the next build. */
    void update(Optional<ProjectionBuild> next) throws SQLException {
        Worker before = worker;
        if (before != null && (!before.isFor(next) || !lease.take())) {
            stop(before);
        }
        if (next.isEmpty()) {
            missing = null;
        } else if (worker == null && System.nanoTime() - notBefore >= 0 && lease.take()) {
            CountDownLatch closing = new CountDownLatch(1);
            RebuildJob job = new RebuildJob(context, next.get(), closing);
            Thread thread = Thread.ofPlatform()
                    .name("rebuild-" + next.get().readerPrefix())
                    .daemon()
                    .start(job);
            worker = new Worker(job, closing, thread);
        }
    }

    private void stop(Worker before) {
        close();
        missing = before.job().missingEvents();
        if (missing != null) {
            notBefore = System.nanoTime() + RETRY_DELAY.toNanos();
        }
    }

    /** The current error; null if there is none, or if another process runs the job. */
    @Nullable String error() {
        Worker current = worker;
        String error = current == null ? null : current.job().error();
        return error == null ? missing : error;
    }

    /** The job that runs in this process; null if there is none. */
    @Nullable RebuildJob job() {
        Worker current = worker;
        return current == null ? null : current.job();
    }

    /** Stops after the current batch and releases the lease. */
    @Override
    public void close() {
        Worker ended = worker;
        worker = null;
        if (ended != null) {
            ended.closing().countDown();
            try {
                if (!ended.thread().join(CLOSE)) {
                    ended.thread().interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        lease.close();
    }
}
