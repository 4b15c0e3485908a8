package org.parley.domain.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;

/**
 * An entry of the public trail.
 *
 * @param entry the entry as readers outside fold it: with its public position, without an embargo, and continued if the
 *     next one belongs to the same group. Its {@code recordedAt} is that of the entry recorded inside
 * @param publicAt when it became public: when the entry was recorded that let its group out (UTC)
 * @param recorded the entry recorded inside, with its data as recorded; null for a notice that a development is
 *     withheld or to be used again, which nobody recorded
 */
public record PublicEntry(
        LedgerEntry entry, Instant publicAt, @Nullable LedgerEntry recorded) {}
