package org.parley.telemetry;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For how long something that is looked at again and again has not changed. For any thread. */
public final class Stillness {
    private @Nullable Object seen;
    private long since = System.nanoTime();

    /** Looks at it once more. */
    public synchronized void look(Object now) {
        if (!Objects.equals(seen, now)) {
            seen = now;
            since = System.nanoTime();
        }
    }

    /** The time since it was last seen to change. */
    public synchronized Duration lasts() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
