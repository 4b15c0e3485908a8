package org.parley.contract.proof;

import org.parley.contract.CanonicalEvent;
import org.parley.contract.CanonicalJson;
import org.parley.contract.PublishedEvent;

/**
 * A line of the verifiable export: a CloudEvent in structured mode as canonical JSON. Its bytes without the line break
 * are the event's leaf in the Merkle tree of its negotiation.
 *
 * @see CanonicalJson
 */
public final class TrailLine {
    /**
     * The maximum size of a line in bytes, without a line break. Readers can rely on it for what is recorded from now
     * on; lines of earlier events may be longer.
     */
    public static final int BYTES_MAX = 65_535;

    private TrailLine() {}

    /**
     * The line in UTF-8, without a line break.
     *
     * @throws IllegalArgumentException when the event has no canonical form
     */
    public static byte[] of(PublishedEvent event) {
        return CanonicalEvent.of(event);
    }

    /**
     * The leaf hash of the line.
     *
     * @throws IllegalArgumentException when the event has no canonical form
     */
    public static TreeHash leaf(PublishedEvent event) {
        return TreeHash.ofLeaf(of(event));
    }
}
