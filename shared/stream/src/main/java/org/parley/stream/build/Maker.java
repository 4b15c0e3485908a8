package org.parley.stream.build;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Makes the next build on a thread of its own, as long as this program has the lease. Its work is given by one thread. */
final class Maker implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(15);

    /** For so long others may make theirs, before what was lacking is looked for again. */
    private static final Duration LACKING = Duration.ofSeconds(3);

    private final Workshop workshop;
    private final MakingLease lease;
    private volatile @Nullable Worker worker;
    private volatile @Nullable String lacking;
    private long notBefore = System.nanoTime();

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
            leaveOff(before);
        }
        if (next.isEmpty()) {
            lacking = null;
        } else if (worker == null && System.nanoTime() - notBefore >= 0 && lease.take()) {
            CountDownLatch closing = new CountDownLatch(1);
            Making making = new Making(workshop, next.get(), closing);
            Thread thread = Thread.ofPlatform()
                    .name("making-" + next.get().reader())
                    .daemon()
                    .start(making);
            worker = new Worker(making, closing, thread);
        }
    }

    private void leaveOff(Worker before) {
        close();
        lacking = before.making().lacking();
        if (lacking != null) {
            notBefore = System.nanoTime() + LACKING.toNanos();
        }
    }

    /** What keeps the build from being complete at the moment; null when nothing does, or another program makes it. */
    @Nullable String error() {
        Worker current = worker;
        String error = current == null ? null : current.making().error();
        return error == null ? lacking : error;
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
