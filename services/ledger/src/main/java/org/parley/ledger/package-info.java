/** The ledger, the only writer: it decides about commands, stores the events, and relays them to Kafka. */
@NullMarked
package org.parley.ledger;

import org.jspecify.annotations.NullMarked;
