package org.parley.archive.projections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the projections, {@code parley.archive.projections.*}.
 *
 * @param readers how many readers of each projection share the partitions of the topic, over all archives on one
 *     database; also the most archives that read at a time. A build keeps the number with which it was created. By
 *     default the number of processors, from 2 to 4
 * @param stuckAfter after how long without progress, with records to read and Kafka available, this process is not
 *     ready
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
