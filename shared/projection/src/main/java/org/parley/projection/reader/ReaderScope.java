package org.parley.projection.reader;

import org.jspecify.annotations.Nullable;
import org.parley.projection.ReaderSettings;
import org.parley.projection.kafka.PartitionShare;
import org.parley.projection.kafka.ReadLimit;
import org.parley.projection.kafka.SkippedRecords;

/**
 * What a reader reads, and how.
 *
 * @param onlyNegotiation the negotiation of a dedicated reader; null for the reader of all others
 */
record ReaderScope(
        ReaderSettings settings,
        PartitionShare share,
        ReadLimit limit,
        @Nullable String onlyNegotiation) {
    /** The part of a batch that is in scope. Only the main reader stores skipped records. */
    RecordFilter.FilteredBatch filter(RecordFilter.FilteredBatch filtered) {
        return onlyNegotiation == null
                ? filtered
                : new RecordFilter.FilteredBatch(
                        filtered.accepted().stream()
                                .filter(record -> record.negotiation().equals(onlyNegotiation))
                                .toList(),
                        new SkippedRecords());
    }
}
