/** The seal of the events on Kafka: services that share its key accept only records that were sealed with it. */
@NullMarked
package org.parley.contract.seal;

import org.jspecify.annotations.NullMarked;
