package org.parley.ledger.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether topic and store were compared since this ledger started. Until then no new command is taken: a store restored
 * from an older backup would give positions again that were published. One that has compared once goes on without
 * Kafka. For any thread.
 */
public final class FirstComparison {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final CountDownLatch passed = new CountDownLatch(1);
    private final Duration patience;
    private volatile @Nullable String trouble;
    private volatile boolean waitedInVain;

    /**
     * A ledger that has just started.
     *
     * @param patience how long commands wait for the comparison, until one has waited in vain; less than clients wait
     *     for an answer. Kafka may need some seconds more than the ledger to start
     */
    public FirstComparison(Duration patience) {
        this.patience = patience;
    }

    /** One that lets every command in, whatever Kafka holds. */
    public static FirstComparison overridden() {
        FirstComparison overridden = new FirstComparison(Duration.ZERO);
        overridden.pass();
        return overridden;
    }

    /** They were compared, or nobody is to wait for it. */
    public void pass() {
        passed.countDown();
    }

    /** They cannot be compared at the moment. */
    public void fail(String why) {
        trouble = why;
    }

    public boolean isPassed() {
        return passed.getCount() == 0;
    }

    /**
     * Waits until they are compared.
     *
     * @throws Halted when they still are not
     */
    public void require() {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!passed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if ((waitedInVain && trouble != null) || System.nanoTime() > deadline) {
                    waitedInVain = true;
                    throw new Halted("This ledger has not compared its store with Kafka since it started, and records"
                            + " nothing new until it has: positions could be given twice. "
                            + (trouble == null ? "It is about to." : "It tries again and again; now: " + trouble)
                            + " In an emergency, parley.ledger.start-uncompared=true lets it start without.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Halted("This ledger is about to stop.");
        }
    }
}
