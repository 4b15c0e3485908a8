package org.parley.diff;

import java.time.Instant;
import org.parley.matter.MatterState;

/**
 * The state of a matter as of an instant in valid time.
 *
 * @param possible whether a development that it depends on may not have happened by then
 */
public record SeenMatter(MatterState state, boolean possible) {
    /** The state as of this instant (UTC). */
    public static SeenMatter at(Instant asOf, MatterState state) {
        return new SeenMatter(state, state.isPossibleAt(asOf));
    }
}
