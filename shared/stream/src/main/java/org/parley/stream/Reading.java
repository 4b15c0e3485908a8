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
    /** What of a batch is read. What is not the ledger's is noted by the reader of all. */
    Screen.Screened about(Screen.Screened screened) {
        return only == null
                ? screened
                : new Screen.Screened(
                        screened.ledgers().stream()
                                .filter(incoming -> incoming.negotiation().equals(only))
                                .toList(),
                        new PassedOver());
    }
}
