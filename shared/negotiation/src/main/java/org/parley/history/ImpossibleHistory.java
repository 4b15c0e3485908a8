package org.parley.history;

import java.util.UUID;
import org.parley.matter.MatterAddress;
import org.parley.matter.Occurrence;

/** What was recorded cannot be folded into a state: the record is damaged, or was not made by these rules. */
public final class ImpossibleHistory extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ImpossibleHistory(MatterAddress matter, UUID developmentId, String what) {
        super("development " + developmentId + " of " + matter + " " + what);
    }

    static ImpossibleHistory at(MatterAddress matter, Occurrence obstacle) {
        return new ImpossibleHistory(
                matter,
                obstacle.developmentId(),
                "(" + obstacle.event().type() + ", " + obstacle.development().occurred()
                        + ") is not possible where it stands");
    }
}
