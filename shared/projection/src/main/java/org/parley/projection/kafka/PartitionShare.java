package org.parley.projection.kafka;

/**
 * The partitions of one reader: those whose number modulo {@code count} is {@code index}.
 *
 * @param index 0 to {@code count - 1}
 * @param count the number of readers that share a topic's partitions
 */
public record PartitionShare(int index, int count) {
    /** All partitions. */
    public static final PartitionShare ALL = new PartitionShare(0, 1);

    public PartitionShare {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("invalid partition share: " + index + " of " + count);
        }
    }

    /** One partition. */
    public static PartitionShare singlePartition(int partition) {
        return new PartitionShare(partition, Integer.MAX_VALUE);
    }

    public boolean includes(int partition) {
        return partition % count == index;
    }
}
