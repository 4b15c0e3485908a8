package org.parley.domain.history;

import java.time.Instant;
import java.util.UUID;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;

/**
 * An entry of a negotiation's trail: what was recorded, about which matter, at which position, when and by whom.
 *
 * @param developmentId the id, chosen by the client
 * @param matter the matter it belongs to; an editorial event belongs to the matter of its target
 * @param position its number in the trail of the negotiation: 1, 2, 3 … without gaps
 * @param recordedAt when the ledger recorded it (UTC). It increases along a trail; in older trails several entries may
 *     share one
 * @param editor the name of the signed-in editor
 * @param development what was recorded
 * @param continued whether the next entry of the trail belongs to the same group: entries of one matter that were
 *     decided and recorded together, and that readers take as a whole
 */
public record LedgerEntry(
        UUID developmentId,
        MatterAddress matter,
        long position,
        Instant recordedAt,
        String editor,
        Development development,
        boolean continued) {

    /** An entry that ends its group, or was recorded alone. */
    public LedgerEntry(
            UUID developmentId,
            MatterAddress matter,
            long position,
            Instant recordedAt,
            String editor,
            Development development) {
        this(developmentId, matter, position, recordedAt, editor, development, false);
    }

    /** The same entry, followed by another one of its group. */
    public LedgerEntry asContinued() {
        return new LedgerEntry(developmentId, matter, position, recordedAt, editor, development, true);
    }

    public Event event() {
        return development.event();
    }
}
