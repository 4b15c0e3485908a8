/** The seal of the events on Kafka: who shares its key believes nobody else's records. */
@NullMarked
package org.parley.contract.seal;

import org.jspecify.annotations.NullMarked;
