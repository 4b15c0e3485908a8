package org.parley.archive.trail.query;

/**
 * An entry with its offset in the topic.
 *
 * @param offset the offset in the partition; several entries of one negotiation can share it
 */
public record StreamedEntry(TrailEntry entry, int partition, long offset) {
    public String negotiation() {
        return entry.event().subject().negotiation();
    }

    public long position() {
        return entry.position();
    }

    /** Whether both have the same offset, so that only their positions tell them apart. */
    public boolean hasSameOffsetAs(StreamedEntry other) {
        return partition == other.partition && offset == other.offset;
    }
}
