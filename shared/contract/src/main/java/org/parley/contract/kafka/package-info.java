/** Events as records of Kafka: how they are written, and what makes a record one of the ledger's. */
@NullMarked
package org.parley.contract.kafka;

import org.jspecify.annotations.NullMarked;
