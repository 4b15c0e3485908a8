package org.parley.archive.trail;

import java.util.UUID;

/**
 * What is held of an entry from a position of its trail on.
 *
 * @param developmentId the entry
 * @param since the position of the editorial event that brought it about
 */
record StandingRow(String negotiation, UUID developmentId, long since, Held held) {}
