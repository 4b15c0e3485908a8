package org.parley.domain.matter;

import java.util.Set;
import java.util.UUID;

/** What the state of a matter contains besides its status. Each kind has its own. */
public interface MatterDetail {
    /**
     * The same detail, in which what comes from a development under embargo is marked, and nothing else.
     *
     * @param heldDevelopments the effective developments under embargo
     */
    default MatterDetail withHeld(Set<UUID> heldDevelopments) {
        return this;
    }
}
