package org.parley.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation that a projection has stopped. Its later events wait in the topic.
 *
 * @param negotiation its slug; for a record without a readable key, the record's partition and offset
 * @param position the first position that is not applied; for a fork, the disputed position
 * @param developmentId the event at fault; for a gap, the first event after it; null if it could not be read
 * @param reason the cause
 * @param since when it was found (UTC)
 */
public record StoppedNegotiation(
        String negotiation, long position, @Nullable UUID developmentId, String reason, Instant since) {}
