package org.parley.domain.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;

/**
 * The present embargo on an entry.
 *
 * @param imposedBy the entry that imposed it: the embargoed entry itself if it was recorded under embargo, or the last
 *     hold
 * @param until the date with whose end the ledger releases it; null if only an editor does
 */
public record ActiveEmbargo(UUID imposedBy, @Nullable Edtf until) {}
