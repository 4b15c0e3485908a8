package org.parley.domain.publication;

import java.time.Instant;
import java.util.UUID;

/** Makes the ids of notices on the public trail. The same arguments always give the same id. */
@FunctionalInterface
public interface NoticeIds {
    /**
     * The id of the notice about a development that becomes public at an instant. A group has at most one about each.
     */
    UUID id(UUID target, Instant publicAt);
}
