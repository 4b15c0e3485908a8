package org.parley.ledger.store;

import java.util.UUID;

/**
 * What was recorded under an id, as the answer to its command tells it.
 *
 * @param kind the kind of the matter, as in addresses
 * @param version the matter's own count of events with this one
 * @param commandHash the hash of the command it came from
 */
public record Recorded(
        UUID developmentId,
        String negotiation,
        String kind,
        String matter,
        String type,
        long position,
        long version,
        String commandHash) {}
