package org.parley.archive.projections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections are kept up to date, and when one counts as stuck.
 *
 * @param readers how many readers of each projection share the topic's partitions, in all archives on one database together;
 *     so many archives at most read at a time. A projection has the number with which it was made, until it is made anew. By
 *     default as many as there are processors, 2 to 4
 * @param stuckAfter how long it may not go on, with something to do and Kafka answering, before this process counts as
 *     not ready
 */
@ConfigurationProperties("parley.archive.projections")
record ProjectionsProperties(
        @Nullable Integer readers, @DefaultValue("30s") Duration stuckAfter) {
    private static final int DEFAULT_MIN = 2;
    private static final int DEFAULT_MAX = 4;

    int readersOrDefault() {
        return readers == null
                ? Math.clamp(Runtime.getRuntime().availableProcessors(), DEFAULT_MIN, DEFAULT_MAX)
                : readers;
    }
}
