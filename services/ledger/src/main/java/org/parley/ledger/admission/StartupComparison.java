package org.parley.ledger.admission;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.store.LedgerHaltedException;

/**
 * Blocks new commands until topic and store were compared after the start: a store restored from an older backup would
 * assign positions again that were already published. After the first comparison the ledger works without Kafka.
 * Thread-safe.
 */
public final class StartupComparison {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final CountDownLatch passed = new CountDownLatch(1);
    private final Duration patience;
    private volatile @Nullable String failure;
    private volatile boolean hasTimedOut;

    /**
     * Creates the state of a ledger that has just started.
     *
     * @param patience how long the first commands wait for the comparison; must be shorter than the clients' timeout.
     *     Kafka may take some seconds longer than the ledger to start
     */
    public StartupComparison(Duration patience) {
        this.patience = patience;
    }

    /** An instance that admits every command without a comparison. */
    public static StartupComparison disabled() {
        StartupComparison overridden = new StartupComparison(Duration.ZERO);
        overridden.pass();
        return overridden;
    }

    /** Topic and store were compared, or the comparison is skipped. */
    public void pass() {
        passed.countDown();
    }

    /** Topic and store cannot be compared at the moment. */
    public void fail(String why) {
        failure = why;
    }

    public boolean isPassed() {
        return passed.getCount() == 0;
    }

    /**
     * Waits for the comparison.
     *
     * @throws LedgerHaltedException if it has not happened in time
     */
    public void require() {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!passed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                if ((hasTimedOut && failure != null) || System.nanoTime() > deadline) {
                    hasTimedOut = true;
                    throw new LedgerHaltedException(
                            "This ledger has not compared its store with Kafka since it started, and records"
                                    + " nothing new until it has: positions could be assigned twice. "
                                    + (failure == null
                                            ? "The comparison is pending."
                                            : "It is retrying; the cause: " + failure)
                                    + " In an emergency, parley.ledger.start-uncompared=true skips the comparison.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerHaltedException("This ledger is stopping.");
        }
    }
}
