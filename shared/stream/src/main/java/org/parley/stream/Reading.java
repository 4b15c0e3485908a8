package org.parley.stream;

import org.jspecify.annotations.Nullable;

/**
 * What a reader reads, and how.
 *
 * @param only the negotiation of a dedicated reader; null for the reader of all others
 */
record Reading(
        ReaderSettings settings,
        Lane lane,
        ReadLimit limit,
        @Nullable String only) {
    /** The part of a batch that is in scope. Only the main reader stores skipped records. */
    Screen.Screened about(Screen.Screened filtered) {
        return only == null
                ? filtered
                : new Screen.Screened(
                        filtered.ledgers().stream()
                                .filter(record -> record.negotiation().equals(only))
                                .toList(),
                        new PassedOver());
    }
}
