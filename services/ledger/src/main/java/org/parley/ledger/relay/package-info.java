/** Relays events from the store to Kafka: in the order of positions, at least once, by one relay at a time. */
@NullMarked
package org.parley.ledger.relay;

import org.jspecify.annotations.NullMarked;
