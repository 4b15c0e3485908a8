package org.parley.stream.build;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How fast a count grows, over its last few looks. For any thread. */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(long nanos, long count) {}

    synchronized void look(long nanos, long count) {
        looks.addLast(new Look(nanos, count));
        while (looks.size() > 2 && nanos - looks.getFirst().nanos() > WINDOW.toNanos()) {
            looks.removeFirst();
        }
    }

    synchronized double perSecond() {
        if (looks.size() < 2) {
            return 0;
        }
        Look first = looks.getFirst();
        Look last = looks.getLast();
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.max(0, last.count() - first.count()) / seconds;
    }

    /** How long so many more take at this pace; null while there is none. */
    @Nullable Duration timeFor(long more) {
        double pace = perSecond();
        if (more <= 0) {
            return Duration.ZERO;
        }
        return pace <= 0 ? null : Duration.ofMillis(Math.round(more / pace * 1_000));
    }
}
