package org.parley.ledger.store;

import java.util.UUID;

/**
 * An embargo whose end has come.
 *
 * @param target the entry under embargo
 * @param imposedBy the entry that imposed it, by whose id it is known
 * @param negotiation the negotiation whose trail both are in
 */
public record EmbargoEnd(UUID target, UUID imposedBy, String negotiation) {}
