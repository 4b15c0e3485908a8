package org.parley.archive.projections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the projections, {@code parley.archive.projections.*}.
 *
 * @param readers the number of readers of each projection that share the partitions of the topic, over all archives on
 *     one database; also the maximum number of archives reading at a time. A build keeps the number with which it was
 *     created. By default the number of processors, from 2 to 4
 * @param stuckAfter how long without progress, with records to read and Kafka available, until this process is not
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
