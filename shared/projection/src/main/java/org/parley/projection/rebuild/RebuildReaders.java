package org.parley.projection.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.checkpoint.StoredCheckpoints;
import org.parley.projection.kafka.ReadLimit;
import org.parley.projection.reader.ProjectionReader;

/** The readers of a rebuild. Each reads its share of the partitions. */
final class RebuildReaders implements AutoCloseable {
    private final List<ProjectionReader> readers = new ArrayList<>();

    /** Starts the readers from their checkpoints and retries stopped negotiations. */
    RebuildReaders(ProjectionContext context, ProjectionBuild build, ReadLimit limit) throws SQLException {
        List<StoppedNegotiation> stopped = context.transact(
                connection -> new StoredCheckpoints(build.schema(), build.readerNames()).stopped(connection));
        for (CheckpointLocation location : build.locations()) {
            readers.add(new ProjectionReader(
                    context.projection(), context.dataSource(), location, limit, context.bulkSettings()));
        }
        stopped.forEach(each -> retry(each.negotiation()));
        readers.forEach(ProjectionReader::start);
    }

    void retry(String negotiation) {
        readers.forEach(reader -> reader.retry(negotiation));
    }

    /** Whether a retry has not started yet. */
    boolean isAboutToRetry() {
        return readers.stream().anyMatch(ProjectionReader::isAboutToRetry);
    }

    /** Whether all readers have caught up with the topic. */
    boolean isCaughtUp() {
        return readers.stream().allMatch(reader -> reader.status().isCaughtUp());
    }

    /** The number of records in the topic. */
    long total() {
        return readers.stream().mapToLong(reader -> reader.status().total()).sum();
    }

    /** The current error; null if there is none. */
    @Nullable String error() {
        return readers.stream()
                .flatMap(reader -> Stream.ofNullable(reader.status().error()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        readers.parallelStream().forEach(ProjectionReader::close);
    }
}
