package org.parley.archive.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a trail that a question is about; it stays the same while an answer is written.
 *
 * @param through the last position that was known; 0 when nothing was
 * @param asOf the instant of the world's time by which things must have occurred; null does not ask
 */
record Span(String negotiation, long through, @Nullable Instant asOf) {
    /** The same of the desk's time alone. */
    Span ofAllTime() {
        return new Span(negotiation, through, null);
    }
}
