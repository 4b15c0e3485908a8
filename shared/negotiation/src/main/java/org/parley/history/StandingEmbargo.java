package org.parley.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.time.Edtf;

/**
 * The embargo that an entry is under.
 *
 * @param imposedBy the entry that imposed it: the one under embargo itself, recorded so, or what held it last
 * @param until at the end of which the ledger releases it; null until somebody does
 */
public record StandingEmbargo(UUID imposedBy, @Nullable Edtf until) {}
