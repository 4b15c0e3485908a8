package org.parley.archive.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a negotiation was known at some instant of the desk's time.
 *
 * @param through the position of the last entry; 0 when there was none
 * @param recordedAt when it was recorded; null when there was none
 */
record Known(String negotiation, long through, @Nullable Instant recordedAt) {}
