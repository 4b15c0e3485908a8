package org.parley.domain.history;

import java.util.UUID;

/**
 * The place of a retraction in a chain of retractions, each of which retracts the previous one.
 *
 * @param top the first retraction of the chain; may be the retraction itself
 * @param opposite true if the retraction is effective exactly while the top is not; false if exactly while the top is
 */
public record RetractionChain(UUID top, boolean opposite) {}
