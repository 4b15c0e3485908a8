package org.parley.domain.publication;

import java.util.List;
import java.util.UUID;

/**
 * How far a public trail has got, from which it resumes with the same entries.
 *
 * @param through the position inside of the last entry that was read
 * @param publicPosition the position of the last public entry
 * @param notPublic the entries that were read and are not public, in the order recorded; without holds and releases,
 *     which never become public
 * @param withheld the developments that are public and withheld now
 */
public record PublicTrailState(long through, long publicPosition, List<UUID> notPublic, List<UUID> withheld) {
    public PublicTrailState {
        notPublic = List.copyOf(notPublic);
        withheld = List.copyOf(withheld);
    }
}
