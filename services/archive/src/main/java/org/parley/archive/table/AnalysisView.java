package org.parley.archive.table;

import java.time.Instant;
import org.parley.archive.state.query.KnownPrefix;

/**
 * A negotiation as of one instant and as known at another.
 *
 * @param asOf the instant in valid time, inclusive
 * @param knownAt the instant in transaction time, inclusive
 */
record AnalysisView(KnownPrefix known, Instant asOf, Instant knownAt) {
    String negotiation() {
        return known.negotiation();
    }

    /**
     * Identifies what was known. Without a requested asOf the state depends on nothing else: everything that was
     * recorded counts.
     */
    String lastEntry() {
        return known.negotiation() + " " + known.through() + " " + known.recordedAt() + "\n";
    }
}
