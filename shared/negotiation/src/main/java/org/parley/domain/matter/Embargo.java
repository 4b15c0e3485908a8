package org.parley.domain.matter;

import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;

/**
 * An embargo that an entry is recorded under. The entry is not for use outside the newsroom until the embargo is
 * released.
 *
 * @param until the date with whose end the ledger releases it; null if only an editor does
 */
public record Embargo(@Nullable Edtf until) {}
