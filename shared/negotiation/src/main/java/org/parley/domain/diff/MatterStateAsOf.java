package org.parley.domain.diff;

import java.time.Instant;
import org.parley.domain.matter.MatterState;

/**
 * The state of a matter as of an instant in valid time.
 *
 * @param possible whether a development that it depends on may not have happened by then
 */
public record MatterStateAsOf(MatterState state, boolean possible) {
    /** The state as of this instant (UTC). */
    public static MatterStateAsOf at(Instant asOf, MatterState state) {
        return new MatterStateAsOf(state, state.isPossibleAt(asOf));
    }
}
