package org.parley.history;

import java.util.UUID;
import org.parley.matter.MatterAddress;

/** A recorded history cannot be folded into a state: the record is damaged. */
public final class ImpossibleHistory extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ImpossibleHistory(MatterAddress matter, UUID developmentId, String what) {
        super("development " + developmentId + " of " + matter + " " + what);
    }
}
