package org.parley.matter;

import org.jspecify.annotations.Nullable;
import org.parley.time.Edtf;

/**
 * An embargo that an entry is recorded under: it is the newsroom's own until the embargo is released.
 *
 * @param until at the end of which the ledger releases it; null until somebody does
 */
public record Embargo(@Nullable Edtf until) {}
