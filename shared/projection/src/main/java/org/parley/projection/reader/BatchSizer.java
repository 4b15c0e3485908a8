package org.parley.projection.reader;

import java.time.Duration;

/** Adapts the number of records per transaction, so that a transaction uses only part of its time limit. */
final class BatchSizer {
    private static final int LONG = 4;
    private static final int SHORT = 16;

    private final int most;
    private final Duration share;
    private int size;
    private volatile long longAt = System.nanoTime();

    /**
     * @param first the number of records in the first transaction
     * @param most the maximum number of records
     * @param share the time limit of a transaction
     */
    BatchSizer(int first, int most, Duration share) {
        this.most = most;
        this.share = share;
        this.size = first;
    }

    int size() {
        return size;
    }

    /** Adapts the size to the duration of a transaction with this many records. */
    void adjust(int records, long nanos) {
        if (nanos > share.toNanos() / LONG) {
            size = Math.max(1, Math.min(size, records) / 2);
            longAt = System.nanoTime();
        } else if (nanos < share.toNanos() / SHORT) {
            size = Math.min(most, size * 2);
        }
    }

    /** Halves the size after a transaction that exceeded the limit. */
    void shrink(int records) {
        size = Math.max(1, Math.min(size, records) / 2);
        longAt = System.nanoTime();
    }

    /** The time since the last slow transaction. Thread-safe. */
    Duration timeSinceSlow() {
        return Duration.ofNanos(System.nanoTime() - longAt);
    }
}
