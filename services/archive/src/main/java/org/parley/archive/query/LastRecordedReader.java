package org.parley.archive.query;

import java.time.Instant;
import java.util.Optional;

/** Reads when the last entry of a trail that has been read was recorded. */
public interface LastRecordedReader {
    /** The instant; empty if there is no such negotiation. */
    Optional<Instant> lastRecordedAt(String negotiation);
}
