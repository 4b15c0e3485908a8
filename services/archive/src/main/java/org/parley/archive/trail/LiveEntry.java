package org.parley.archive.trail;

/**
 * An entry with its offset in the topic.
 *
 * @param place the offset in the partition; several entries of one negotiation can share it
 */
record LiveEntry(TrailEntry entry, int partition, long place) {
    String negotiation() {
        return entry.event().subject().negotiation();
    }

    long position() {
        return entry.position();
    }

    /** Whether both have the same offset, so that only their positions tell them apart. */
    boolean isBeside(LiveEntry other) {
        return partition == other.partition && place == other.place;
    }
}
