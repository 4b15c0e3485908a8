package org.parley.projection.reader;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Spaces the batches of a reader: under load, one starts at most every 20 ms, since a batch costs much more than an
 * event. After a pause the next batch starts at once, and so it does while a request waits for it.
 */
final class BatchInterval {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Semaphore requests = new Semaphore(0);
    private long startedAt = System.nanoTime() - INTERVAL.toNanos();

    /** Notes the start of a batch. Only for the reader's thread. */
    void started() {
        startedAt = System.nanoTime();
    }

    /**
     * Waits until the next batch may start. Only for the reader's thread.
     *
     * @return whether it waited for the whole interval, so that events may have accumulated
     */
    boolean await() throws InterruptedException {
        long left = startedAt + INTERVAL.toNanos() - System.nanoTime();
        boolean waits = left > 0 && !requests.tryAcquire(left, TimeUnit.NANOSECONDS);
        requests.drainPermits();
        return waits;
    }

    /** Lets the next batch start at once. Thread-safe. */
    void endNow() {
        requests.release();
    }
}
