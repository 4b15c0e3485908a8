package org.parley.archive.projections;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.archive.query.DevelopmentAwaiter;
import org.parley.archive.store.CommitListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits until a development is in all read models. Commits of this process wake the waiting threads; those of other
 * processes are found by polling.
 */
final class ReadModelAwaiter implements DevelopmentAwaiter, CommitListener {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final JdbcClient database;
    private final Runnable applyAtOnce;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wentOn = lock.newCondition();
    private long commits;

    /** @param applyAtOnce lets the readers of this process start their next batches without waiting for more events */
    ReadModelAwaiter(JdbcClient database, Runnable applyAtOnce) {
        this.database = database;
        this.applyAtOnce = applyAtOnce;
    }

    @Override
    public void committed(String projection, Set<String> negotiations) {
        lock.lock();
        try {
            commits++;
            wentOn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(UUID developmentId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = commits();
            if (isThere(developmentId)) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            applyAtOnce.run();
            awaitCommitAfter(seen, Math.min(left, POLL_INTERVAL.toNanos()));
        }
    }

    private long commits() {
        lock.lock();
        try {
            return commits;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommitAfter(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (commits == seen && left > 0) {
                left = wentOn.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isThere(UUID developmentId) {
        return database.sql("""
                        select exists (select from archive.trail_entry e
                        join archive.negotiation_through t on t.negotiation = e.negotiation and t.through >= e.position
                        join archive.proof_subtree p on p.negotiation = e.negotiation and p.level = 0
                            and p.number = e.position - 1
                        where e.development_id = :id)""").param("id", developmentId).query(Boolean.class).single();
    }
}
