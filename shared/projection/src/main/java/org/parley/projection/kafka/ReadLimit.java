package org.parley.projection.kafka;

import java.sql.SQLException;
import java.util.Map;

/** The offsets up to which a reader may read at the moment. */
@FunctionalInterface
public interface ReadLimit {
    /** No limit. */
    ReadLimit NONE = Map::of;

    /**
     * The exclusive end offset of each partition; a partition that is missing has no limit. Called before every poll,
     * on the reader's thread.
     *
     * @throws SQLException if the limit is not available; the reader retries
     */
    Map<Integer, Long> endOffsets() throws SQLException;
}
