/** Admits commands: locks the negotiation, answers repeats, and prepares the decision. */
@NullMarked
package org.parley.ledger.admission;

import org.jspecify.annotations.NullMarked;
