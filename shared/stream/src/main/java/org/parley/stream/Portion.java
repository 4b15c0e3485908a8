package org.parley.stream;

import java.time.Duration;

/** How many records go into one transaction, so that it takes a fraction of the time that it may. */
final class Portion {
    private static final int LONG = 4;
    private static final int SHORT = 16;

    private final int most;
    private final Duration share;
    private int size;
    private volatile long longAt = System.nanoTime();

    /**
     * A portion.
     *
     * @param first how many records go into the first transaction
     * @param share how long a transaction may take
     */
    Portion(int first, int most, Duration share) {
        this.most = most;
        this.share = share;
        this.size = first;
    }

    int size() {
        return size;
    }

    /** Takes note of how long a transaction of so many records took. */
    void took(int records, long nanos) {
        if (nanos > share.toNanos() / LONG) {
            size = Math.max(1, Math.min(size, records) / 2);
            longAt = System.nanoTime();
        } else if (nanos < share.toNanos() / SHORT) {
            size = Math.min(most, size * 2);
        }
    }

    /** A transaction did not end in time. */
    void tookTooLong(int records) {
        size = Math.max(1, Math.min(size, records) / 2);
        longAt = System.nanoTime();
    }

    /** For how long no transaction has taken long. From any thread. */
    Duration calm() {
        return Duration.ofNanos(System.nanoTime() - longAt);
    }
}
