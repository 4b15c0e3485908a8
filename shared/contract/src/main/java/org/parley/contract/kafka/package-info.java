/** Events as Kafka records: writes them, and verifies that the ledger published them. */
@NullMarked
package org.parley.contract.kafka;

import org.jspecify.annotations.NullMarked;
