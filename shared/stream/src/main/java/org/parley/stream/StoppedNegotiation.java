package org.parley.stream;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation with which a projection does not go on: its later events wait in the topic.
 *
 * @param negotiation its slug; for a record without a readable key, where that record lies
 * @param position the first position that is not applied or, where the stream contradicts itself, the position in dispute
 * @param developmentId the event at fault; for a hole, the first event behind it; null when it could not be read
 * @param reason what is wrong
 * @param since when it was found (UTC)
 */
public record StoppedNegotiation(
        String negotiation, long position, @Nullable UUID developmentId, String reason, Instant since) {}
