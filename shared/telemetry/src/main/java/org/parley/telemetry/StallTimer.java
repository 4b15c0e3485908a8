package org.parley.telemetry;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Measures how long an observed value has not changed. Thread-safe. */
public final class StallTimer {
    private @Nullable Object last;
    private long since = System.nanoTime();

    /** Records the current value. */
    public synchronized void observe(Object value) {
        if (!Objects.equals(last, value)) {
            last = value;
            since = System.nanoTime();
        }
    }

    /** The time since the last observed change. */
    public synchronized Duration unchangedFor() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
