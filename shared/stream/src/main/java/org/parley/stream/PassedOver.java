package org.parley.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.kafka.Verification.Foreign;

/**
 * The skipped records: those that are not the ledger's, or have an older seal. By partition, in the order of offsets.
 */
final class PassedOver {
    private final Map<Integer, InPartition> partitions = new TreeMap<>();

    /** A foreign record and its offset. */
    record Found(long offset, Foreign foreign) {}

    /** The skipped records of one partition. */
    static final class InPartition {
        private final List<Found> foreign = new ArrayList<>();
        private final List<Long> older = new ArrayList<>();
        private @Nullable Long sealedFrom;

        List<Found> foreign() {
            return foreign;
        }

        /** The offsets of records that a ledger published without a seal or with another key. */
        List<Long> older() {
            return older;
        }

        /** The offset of the first record with the current key's seal, if this batch contains it; otherwise null. */
        @Nullable Long sealedFrom() {
            return sealedFrom;
        }
    }

    private InPartition in(int partition) {
        return partitions.computeIfAbsent(partition, none -> new InPartition());
    }

    void foreign(int partition, long offset, Foreign foreign) {
        in(partition).foreign.add(new Found(offset, foreign));
    }

    void older(int partition, long offset) {
        in(partition).older.add(offset);
    }

    void sealedFrom(int partition, long offset) {
        in(partition).sealedFrom = offset;
    }

    void addAll(PassedOver others) {
        partitions.putAll(others.partitions);
    }

    Map<Integer, InPartition> partitions() {
        return partitions;
    }

    boolean isEmpty() {
        return partitions.isEmpty();
    }

    /** One sentence for the log; empty if there is no foreign record. */
    Optional<String> told() {
        int count =
                partitions.values().stream().mapToInt(in -> in.foreign.size()).sum();
        return partitions.entrySet().stream()
                .filter(each -> !each.getValue().foreign.isEmpty())
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(each -> {
                    Found first = each.getValue().foreign.getFirst();
                    return "%d records are not the ledger's, the first at offset %d of partition %d: %s"
                            .formatted(
                                    count,
                                    first.offset(),
                                    each.getKey(),
                                    first.foreign().reason().text());
                });
    }
}
