package org.parley.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.kafka.Verification.Foreign;

/** What is found in records beside the ledger's events, by partition and in the order of its records. */
final class PassedOver {
    private final Map<Integer, InPartition> partitions = new TreeMap<>();

    /** A record that is not the ledger's. */
    record Found(long offset, Foreign foreign) {}

    /** Of one partition. */
    static final class InPartition {
        private final List<Found> foreign = new ArrayList<>();
        private final List<Long> older = new ArrayList<>();
        private @Nullable Long sealedFrom;

        List<Found> foreign() {
            return foreign;
        }

        /** The offsets of what a ledger published that did not seal yet, or with another key. */
        List<Long> older() {
            return older;
        }

        /** The first record with the seal of the current key, if it was found now. */
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

    /** In one sentence, if any record is not the ledger's. */
    Optional<String> told() {
        int count =
                partitions.values().stream().mapToInt(in -> in.foreign.size()).sum();
        return partitions.entrySet().stream()
                .filter(each -> !each.getValue().foreign.isEmpty())
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(each -> {
                    Found first = each.getValue().foreign.getFirst();
                    return "%d records are not the ledger's, first that at offset %d of partition %d: %s"
                            .formatted(
                                    count,
                                    first.offset(),
                                    each.getKey(),
                                    first.foreign().reason().text());
                });
    }
}
