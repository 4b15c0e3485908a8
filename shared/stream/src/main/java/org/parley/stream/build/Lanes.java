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

/** The readers that make a build, each with partitions of its own. */
final class Lanes implements AutoCloseable {
    private final List<ProjectionReader> readers = new ArrayList<>();

    /** Starts the lanes from where they were left; what had stopped is tried again. */
    Lanes(Workshop workshop, Build build, ReadLimit limit) throws SQLException {
        List<StoppedNegotiation> stopped =
                workshop.transact(connection -> new Places(build.schema(), build.readers()).stopped(connection));
        for (ReaderPlace place : build.places()) {
            readers.add(new ProjectionReader(
                    workshop.projection(), workshop.dataSource(), place, limit, workshop.bulkSettings()));
        }
        stopped.forEach(each -> retry(each.negotiation()));
        readers.forEach(ProjectionReader::start);
    }

    void retry(String negotiation) {
        readers.forEach(reader -> reader.retry(negotiation));
    }

    /** Whether something that had stopped is yet to be read again. */
    boolean isAboutToRetry() {
        return readers.stream().anyMatch(ProjectionReader::isAboutToRetry);
    }

    /** Whether everything in the topic was read. */
    boolean caughtUp() {
        return readers.stream().allMatch(reader -> reader.status().caughtUp());
    }

    /** How many records the topic has. */
    long total() {
        return readers.stream().mapToLong(reader -> reader.status().total()).sum();
    }

    /** What keeps them from going on; null when nothing does. */
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
