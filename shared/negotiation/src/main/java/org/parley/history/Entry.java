package org.parley.history;

import java.time.Instant;
import java.util.UUID;
import org.parley.matter.Development;
import org.parley.matter.Event;
import org.parley.matter.MatterAddress;

/**
 * One entry of a negotiation's trail: what was recorded, of which matter, as the how-manieth, when and by whom.
 *
 * @param developmentId the id the client chose for it
 * @param matter the matter it belongs to; an editorial event belongs to the matter of its target
 * @param position its number in the negotiation's trail: 1, 2, 3 …, dense
 * @param recordedAt when the ledger recorded it (UTC); rises along a trail; in older ones several entries may
 *     have the same
 * @param editor who was signed in
 * @param development what was recorded
 */
public record Entry(
        UUID developmentId,
        MatterAddress matter,
        long position,
        Instant recordedAt,
        String editor,
        Development development) {

    public Event event() {
        return development.event();
    }
}
