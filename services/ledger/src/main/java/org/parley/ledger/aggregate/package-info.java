/** Axon aggregates, one per kind of matter: thin shells around the pure decision. */
@NullMarked
package org.parley.ledger.aggregate;

import org.jspecify.annotations.NullMarked;
