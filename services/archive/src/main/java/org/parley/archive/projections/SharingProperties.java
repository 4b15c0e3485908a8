package org.parley.archive.projections;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How archives share the work.
 *
 * @param readers how many readers of each projection share the topic's partitions, in all archives on one database together;
 *     so many archives at most read at a time. A projection has the number with which it was made, until it is made anew. By
 *     default as many as there are processors, 2 to 4
 */
@ConfigurationProperties("parley.archive")
record SharingProperties(@Nullable Integer readers) {
    private static final int DEFAULT_MIN = 2;
    private static final int DEFAULT_MAX = 4;

    int readersOrDefault() {
        return readers == null
                ? Math.clamp(Runtime.getRuntime().availableProcessors(), DEFAULT_MIN, DEFAULT_MAX)
                : readers;
    }
}
