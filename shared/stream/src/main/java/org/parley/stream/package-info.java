/** From Kafka to a projection: every event once, in order, in one transaction with the place that was reached. */
@NullMarked
package org.parley.stream;

import org.jspecify.annotations.NullMarked;
