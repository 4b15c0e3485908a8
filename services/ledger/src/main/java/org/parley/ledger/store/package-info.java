/** The event store and the tables beside it: heads, entries, parties. */
@NullMarked
package org.parley.ledger.store;

import org.jspecify.annotations.NullMarked;
