package org.parley.projection;

import java.time.Instant;

/**
 * A negotiation that took too long to apply. A dedicated reader applies it, so that it does not delay the others.
 *
 * @param position the first position that was not applied when the dedicated reader took over
 * @param since when the dedicated reader took over (UTC)
 */
public record SlowNegotiation(String negotiation, long position, Instant since) {}
