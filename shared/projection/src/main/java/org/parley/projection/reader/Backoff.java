package org.parley.projection.reader;

import java.time.Duration;

/** Exponential backoff: each delay is twice the one before, up to a maximum. */
final class Backoff {
    private final Duration first;
    private final Duration max;
    private Duration next;

    Backoff(Duration first, Duration max) {
        this.first = first;
        this.max = max;
        this.next = first;
    }

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(max) < 0 ? doubled : max;
        return now;
    }

    void reset() {
        next = first;
    }
}
