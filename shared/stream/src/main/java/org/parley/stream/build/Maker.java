package org.parley.stream.build;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Makes the next build on a thread of its own, as long as this program has the lease. Its work is given by one thread. */
final class Maker implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(15);

    private final Workshop workshop;
    private final MakingLease lease;
    private volatile @Nullable Worker worker;

    private record Worker(Making making, CountDownLatch closing, Thread thread) {
        boolean isFor(Optional<Build> next) {
            return thread.isAlive()
                    && next.isPresent()
                    && next.get().number() == making.build().number();
        }
    }

    Maker(Workshop workshop, MakingLease lease) {
        this.workshop = workshop;
        this.lease = lease;
    }

    /** Goes on with this build, or begins with it, or leaves off. */
    void make(Optional<Build> next) throws SQLException {
        Worker before = worker;
        if (before != null && (!before.isFor(next) || !lease.take())) {
            close();
        }
        if (worker == null && next.isPresent() && lease.take()) {
            CountDownLatch closing = new CountDownLatch(1);
            Making making = new Making(workshop, next.get(), closing);
            Thread thread = Thread.ofPlatform()
                    .name("making-" + next.get().reader())
                    .daemon()
                    .start(making);
            worker = new Worker(making, closing, thread);
        }
    }

    /** What is being made here; null when nothing is. */
    @Nullable Making making() {
        Worker current = worker;
        return current == null ? null : current.making();
    }

    /** Leaves off after the batch at hand, and gives the lease back. */
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
