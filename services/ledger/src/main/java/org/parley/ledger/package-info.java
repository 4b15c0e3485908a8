/** The ledger: the only writer. It decides about commands, stores what they become, and relays it to Kafka. */
@NullMarked
package org.parley.ledger;

import org.jspecify.annotations.NullMarked;
