package org.parley.stream;

import java.time.Duration;

/** How long to pause before trying again: twice as long each time, up to a bound. */
final class Backoff {
    private final Duration first;
    private final Duration most;
    private Duration next;

    Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(most) < 0 ? doubled : most;
        return now;
    }

    void reset() {
        next = first;
    }
}
