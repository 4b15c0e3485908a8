package org.parley.ledger.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether topic and store were compared since this ledger started. Until then no new command is taken: a store restored from
 * an older backup would give positions again that were published. One that has compared once goes on without Kafka. For any
 * thread.
 */
public final class FirstComparison {
    /** How long a command waits for the comparison before it is refused; less than its client waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final CountDownLatch passed = new CountDownLatch(1);
    private final Duration patience;
    private volatile @Nullable String trouble;

    public FirstComparison() {
        this(PATIENCE);
    }

    FirstComparison(Duration patience) {
        this.patience = patience;
    }

    /** One that lets every command in, whatever Kafka holds. */
    public static FirstComparison overridden() {
        FirstComparison overridden = new FirstComparison();
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
     * Waits until they are compared, as long as nothing is known that keeps them from it.
     *
     * @throws Halted when they are not
     */
    public void require() {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!passed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (trouble != null || System.nanoTime() > deadline) {
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
