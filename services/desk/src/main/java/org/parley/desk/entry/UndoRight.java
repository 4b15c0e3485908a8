package org.parley.desk.entry;

import java.time.Instant;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.desk.client.TrailEntryView;
import org.parley.domain.decision.RetractionRight;

/** Whether the user of this request may still undo an entry: retract what they have just recorded themselves. */
public final class UndoRight {
    private UndoRight() {}

    /** Whether the entry can be undone; of editorial entries only corrections can. */
    public static boolean isUndoable(TrailEntryView entry, Instant now) {
        return ParleyPrincipal.findCurrent()
                .filter(person -> person.hasRole(Role.EDITOR))
                .filter(person -> RetractionRight.isOwnWithin(entry.editor(), entry.recordedAt(), person.name(), now))
                .filter(person -> !entry.standing().equals("RETRACTED"))
                .filter(person -> !entry.isEditorial() || entry.type().equals("DevelopmentCorrected"))
                .isPresent();
    }

    /** Until when an entry can be undone. */
    public static Instant end(TrailEntryView entry) {
        return entry.recordedAt().plus(RetractionRight.OWN_WITHIN);
    }
}
