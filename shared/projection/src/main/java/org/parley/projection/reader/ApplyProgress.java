package org.parley.projection.reader;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.parley.projection.checkpoint.AppliedPosition;

/**
 * The last applied position of each negotiation, for callers that wait for one, and the rate of events. Thread-safe.
 */
final class ApplyProgress {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int KNOWN_MAX = 100_000;

    /** Another process may apply the awaited position; then only the database knows. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Long> known = new HashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long begin = System.nanoTime();

    private record Sample(long nanos, int events) {}

    void applied(Map<String, AppliedPosition> heads, int events) {
        lock.lock();
        try {
            if (known.size() > KNOWN_MAX) {
                known.clear();
            }
            heads.forEach((negotiation, head) -> known.merge(negotiation, head.position(), Math::max));
            if (events > 0) {
                samples.addLast(new Sample(System.nanoTime(), events));
            }
            forgetOld();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what is known: another process may have advanced the checkpoint. */
    void invalidate() {
        lock.lock();
        try {
            known.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    double eventsPerSecond() {
        lock.lock();
        try {
            forgetOld();
            long events = samples.stream().mapToLong(Sample::events).sum();
            long nanos = Math.min(WINDOW.toNanos(), Math.max(1, System.nanoTime() - begin));
            return events * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
        } finally {
            lock.unlock();
        }
    }

    private void forgetOld() {
        long old = System.nanoTime() - WINDOW.toNanos();
        while (!samples.isEmpty() && samples.getFirst().nanos() - old < 0) {
            samples.removeFirst();
        }
    }

    /**
     * Waits until a position is applied.
     *
     * @param stored reads the last position of a negotiation from the database; negative if the database is unavailable
     * @param waits called each time before it waits
     */
    boolean await(String negotiation, long position, Duration atMost, ToLongFunction<String> stored, Runnable waits)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            if (last(negotiation).isEmpty()) {
                remember(negotiation, stored.applyAsLong(negotiation));
            }
            lock.lockInterruptibly();
            try {
                long left = deadline - System.nanoTime();
                if (known.getOrDefault(negotiation, -1L) >= position) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                waits.run();
                changed.awaitNanos(Math.min(left, ASK_AGAIN.toNanos()));
            } finally {
                lock.unlock();
            }
        }
    }

    private OptionalLong last(String negotiation) {
        lock.lock();
        try {
            Long last = known.get(negotiation);
            return last == null ? OptionalLong.empty() : OptionalLong.of(last);
        } finally {
            lock.unlock();
        }
    }

    private void remember(String negotiation, long position) {
        if (position >= 0) {
            lock.lock();
            try {
                known.merge(negotiation, position, Math::max);
            } finally {
                lock.unlock();
            }
        }
    }
}
