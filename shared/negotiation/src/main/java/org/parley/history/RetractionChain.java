package org.parley.history;

import java.util.UUID;

/**
 * A retraction's place in a chain of retractions, each of the one before.
 *
 * @param top the chain's first retraction; of it itself this is the retraction
 * @param opposite whether the retraction stands while the top does not; else it stands while the top does
 */
public record RetractionChain(UUID top, boolean opposite) {}
