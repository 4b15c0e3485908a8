/** Embargoes end by an event that the ledger records itself. */
@NullMarked
package org.parley.ledger.embargo;

import org.jspecify.annotations.NullMarked;
