package org.parley.diff;

import java.time.Instant;
import org.parley.matter.MatterState;

/**
 * A matter's state as it is seen at an instant in valid time.
 *
 * @param possible whether something it rests on may not have happened by then
 */
public record SeenMatter(MatterState state, boolean possible) {
    /** The state as seen at this instant (UTC). */
    public static SeenMatter at(Instant asOf, MatterState state) {
        return new SeenMatter(state, state.isPossibleAt(asOf));
    }
}
