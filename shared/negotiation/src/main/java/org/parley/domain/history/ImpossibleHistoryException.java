package org.parley.domain.history;

import java.util.UUID;
import org.parley.domain.matter.MatterAddress;

/** A recorded history cannot be folded into a state: the record is damaged. */
public final class ImpossibleHistoryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ImpossibleHistoryException(MatterAddress matter, UUID developmentId, String what) {
        super("development " + developmentId + " of " + matter + " " + what);
    }
}
