package org.parley.stream;

/**
 * The partitions of one reader: those whose number modulo {@code of} is {@code number}.
 *
 * @param number 0 to {@code of - 1}
 * @param of the number of readers that share a topic's partitions
 */
public record Lane(int number, int of) {
    /** All partitions. */
    public static final Lane ALL = new Lane(0, 1);

    public Lane {
        if (of < 1 || number < 0 || number >= of) {
            throw new IllegalArgumentException("invalid partition share: " + number + " of " + of);
        }
    }

    /** One partition. */
    static Lane ofPartition(int partition) {
        return new Lane(partition, Integer.MAX_VALUE);
    }

    boolean reads(int partition) {
        return partition % of == number;
    }
}
