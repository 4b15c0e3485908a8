/** Projections of the ledger's topic: each event is applied once, in order, in one transaction with the checkpoint. */
@NullMarked
package org.parley.projection;

import org.jspecify.annotations.NullMarked;
