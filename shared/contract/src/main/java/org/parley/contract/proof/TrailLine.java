package org.parley.contract.proof;

import org.parley.contract.CanonicalEvent;
import org.parley.contract.CanonicalJson;
import org.parley.contract.PublishedEvent;

/**
 * A line of the verifiable export: an event as a CloudEvent in structured form, as canonical JSON. Its bytes, without the
 * line break, are the leaf of the event in its negotiation's tree.
 *
 * @see CanonicalJson
 */
public final class TrailLine {
    private TrailLine() {}

    /**
     * The line in UTF-8, without a line break.
     *
     * @throws IllegalArgumentException when the event has no canonical JSON
     */
    public static byte[] of(PublishedEvent event) {
        return CanonicalEvent.of(event);
    }

    /**
     * The hash of the line as a leaf.
     *
     * @throws IllegalArgumentException when the event has no canonical JSON
     */
    public static TreeHash leaf(PublishedEvent event) {
        return TreeHash.ofLeaf(of(event));
    }
}
