package org.parley.stream.build;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.stream.Places;
import org.parley.stream.ProjectionReader;
import org.parley.stream.ReadLimit;
import org.parley.stream.ReaderPlace;
import org.parley.stream.StoppedNegotiation;

/** The readers of a rebuild. Each reads its share of the partitions. */
final class Lanes implements AutoCloseable {
    private final List<ProjectionReader> readers = new ArrayList<>();

    /** Starts the readers from their checkpoints and retries stopped negotiations. */
    Lanes(Workshop context, Build build, ReadLimit limit) throws SQLException {
        List<StoppedNegotiation> stopped =
                context.transact(connection -> new Places(build.schema(), build.readers()).stopped(connection));
        for (ReaderPlace location : build.places()) {
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
    boolean caughtUp() {
        return readers.stream().allMatch(reader -> reader.status().caughtUp());
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
