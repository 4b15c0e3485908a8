package org.parley.archive.query;

import java.time.Duration;
import java.util.UUID;

/** Waits until a development is in every read model. */
public interface DevelopmentAwaiter {
    /**
     * Waits for a development.
     *
     * @return false if it did not arrive in time
     */
    boolean await(UUID developmentId, Duration atMost) throws InterruptedException;
}
