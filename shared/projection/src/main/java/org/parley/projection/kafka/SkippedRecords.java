package org.parley.projection.kafka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.kafka.RecordVerification.Foreign;

/**
 * The skipped records: those that the ledger did not publish, or that have an older seal. By partition, in the order of
 * offsets.
 */
public final class SkippedRecords {
    private final Map<Integer, SkippedInPartition> partitions = new TreeMap<>();

    /** A foreign record and its offset. */
    public record SkippedRecord(long offset, Foreign foreign) {}

    /** The skipped records of one partition. */
    public static final class SkippedInPartition {
        private final List<SkippedRecord> foreign = new ArrayList<>();
        private final List<Long> older = new ArrayList<>();
        private @Nullable Long sealedFrom;

        public List<SkippedRecord> foreign() {
            return foreign;
        }

        /** The offsets of records that a ledger published without a seal or with another key. */
        public List<Long> older() {
            return older;
        }

        /** The offset of the first record with the current key's seal, if this batch contains it; otherwise null. */
        @Nullable public Long sealedFrom() {
            return sealedFrom;
        }
    }

    private SkippedInPartition in(int partition) {
        return partitions.computeIfAbsent(partition, none -> new SkippedInPartition());
    }

    public void foreign(int partition, long offset, Foreign foreign) {
        in(partition).foreign.add(new SkippedRecord(offset, foreign));
    }

    public void older(int partition, long offset) {
        in(partition).older.add(offset);
    }

    public void sealedFrom(int partition, long offset) {
        in(partition).sealedFrom = offset;
    }

    public void addAll(SkippedRecords others) {
        partitions.putAll(others.partitions);
    }

    public Map<Integer, SkippedInPartition> partitions() {
        return partitions;
    }

    public boolean isEmpty() {
        return partitions.isEmpty();
    }

    /** One sentence for the log; empty if there is no foreign record. */
    public Optional<String> describe() {
        int count =
                partitions.values().stream().mapToInt(in -> in.foreign.size()).sum();
        return partitions.entrySet().stream()
                .filter(each -> !each.getValue().foreign.isEmpty())
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(each -> {
                    SkippedRecord first = each.getValue().foreign.getFirst();
                    return "%d records are not the ledger's, the first at offset %d of partition %d: %s"
                            .formatted(
                                    count,
                                    first.offset(),
                                    each.getKey(),
                                    first.foreign().reason().text());
                });
    }
}
