package org.parley.stream;

import java.time.Instant;

/**
 * A negotiation that took too long to take in: it is read aside, at its own pace, and holds up no other one.
 *
 * @param position the first position that was not applied when it was set aside
 * @param since when it was set aside (UTC)
 */
public record SlowNegotiation(String negotiation, long position, Instant since) {}
