package org.parley.archive.trail;

/**
 * An entry as it is streamed.
 *
 * @param partition of the topic
 * @param place in the partition
 */
record LiveEntry(TrailEntry entry, int partition, long place) {
    String negotiation() {
        return entry.event().subject().negotiation();
    }

    long position() {
        return entry.position();
    }

    /** Whether it has the place of another: then only their positions tell them apart. */
    boolean isBeside(LiveEntry other) {
        return partition == other.partition && place == other.place;
    }
}
