package org.parley.ledger.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of an append. Unless the events are appended, nothing has changed.
 *
 * @param isAppended whether the events are stored
 * @param halt why no events may be appended at the moment; null if the ledger is not halted
 */
record AppendResult(boolean isAppended, @Nullable String halt) {}
