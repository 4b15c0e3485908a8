package org.parley.stream;

import org.jspecify.annotations.Nullable;

/**
 * What a reader reads, and how.
 *
 * @param only the one negotiation that it reads, aside of another reader; null is all
 */
record Reading(
        ReaderSettings settings,
        Lane lane,
        ReadLimit limit,
        @Nullable String only) {
    boolean isAbout(String negotiation) {
        return only == null || only.equals(negotiation);
    }
}
