package org.parley.stream;

import java.sql.SQLException;
import java.util.Map;

/** How far a reader may read for now. */
@FunctionalInterface
public interface ReadLimit {
    /** As far as there is anything. */
    ReadLimit NONE = Map::of;

    /**
     * The offset before which each partition is read; a partition that is not in the answer is read to its end. Asked before
     * every look for records, on the reader's thread.
     *
     * @throws SQLException when it cannot be told at the moment; it is asked again
     */
    Map<Integer, Long> ends() throws SQLException;
}
