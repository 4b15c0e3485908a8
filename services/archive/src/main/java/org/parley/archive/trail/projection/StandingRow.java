package org.parley.archive.trail.projection;

import java.util.UUID;

/**
 * The editorial status of an entry from a position of its trail on.
 *
 * @param developmentId the id of the entry
 * @param since the position of the editorial event that caused it
 */
record StandingRow(String negotiation, UUID developmentId, long since, EditorialStatus status) {}
