/** Reads partitions of the ledger's topic from given offsets. */
@NullMarked
package org.parley.projection.kafka;

import org.jspecify.annotations.NullMarked;
