package org.parley.ledger.store;

import org.parley.domain.matter.Development;

/**
 * An event as it is stored.
 *
 * @param metadata its metadata
 * @param development what happened
 * @param version the number of the matter's events, including this one
 * @param payloadType the name of the event type
 * @param payload the development as JSON in UTF-8
 * @param serializedMetadata the metadata as Axon reads it
 */
record AppendedEvent(
        EventMetadata metadata,
        Development development,
        long version,
        String payloadType,
        byte[] payload,
        byte[] serializedMetadata) {}
