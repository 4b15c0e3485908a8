/** Admits commands in the transaction that records them: locks the negotiation, answers repeats, and prepares the decision. */
@NullMarked
package org.parley.ledger.admission;

import org.jspecify.annotations.NullMarked;
