/** From the event store to Kafka: ordered by position, at least once, by one relay at a time. */
@NullMarked
package org.parley.ledger.relay;

import org.jspecify.annotations.NullMarked;
