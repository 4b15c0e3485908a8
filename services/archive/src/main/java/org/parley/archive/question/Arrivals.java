package org.parley.archive.question;

import java.time.Duration;
import java.util.UUID;

/** Knows when a development has arrived in every read model. */
public interface Arrivals {
    /**
     * Waits for a development.
     *
     * @return whether it is there
     */
    boolean await(UUID developmentId, Duration atMost) throws InterruptedException;
}
