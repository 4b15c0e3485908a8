package org.parley.ledger.store;

import java.util.UUID;

/**
 * An embargo that has ended.
 *
 * @param target the entry under embargo
 * @param imposedBy the entry that imposed the embargo; its id identifies the embargo
 * @param negotiation the negotiation of both entries
 */
public record EmbargoEnd(UUID target, UUID imposedBy, String negotiation) {}
