/** The event store and its additional tables: heads of negotiations, entries, embargo ends. */
@NullMarked
package org.parley.ledger.store;

import org.jspecify.annotations.NullMarked;
