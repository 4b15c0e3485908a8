package org.parley.projection.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The rate at which a count grows, over the last few seconds. Thread-safe. */
final class RateMeter {
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long count) {}

    synchronized void sample(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
    }

    synchronized double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.max(0, last.count() - first.count()) / seconds;
    }

    /** The time until the count has grown by {@code more}; null if the rate is zero. */
    @Nullable Duration estimate(long more) {
        double rate = perSecond();
        if (more <= 0) {
            return Duration.ZERO;
        }
        return rate <= 0 ? null : Duration.ofMillis(Math.round(more / rate * 1_000));
    }
}
