package org.parley.stream.build;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.stream.Lane;
import org.parley.stream.ReaderPlace;

/**
 * One set of a projection's tables.
 *
 * @param schema the schema of the views and of the build tables
 * @param projection the name of the projection
 * @param number the number of the build; never reused
 * @param version the version of the projection that builds it
 * @param lanes the number of readers that share the partitions
 * @param phase the current phase
 * @param since when it entered the phase (UTC)
 * @param createdAt when it was created (UTC)
 * @param indexed whether it has the indexes that only queries need
 * @param accepted whether it may go live although it differs
 * @param comparison the result of the comparison with the build before it, as JSON; null if it was not compared
 */
public record Build(
        String schema,
        String projection,
        int number,
        int version,
        int lanes,
        Phase phase,
        Instant since,
        Instant createdAt,
        boolean indexed,
        boolean accepted,
        @Nullable String comparison) {

    /** The schema of its tables. */
    String tables() {
        return "%s_%s_%d".formatted(schema, projection, number);
    }

    /** The prefix of its readers' names. */
    String reader() {
        return "%s-%d".formatted(projection, number);
    }

    /** The checkpoint locations of its readers. */
    List<ReaderPlace> places() {
        return IntStream.range(0, lanes)
                .mapToObj(lane -> new ReaderPlace(schema, reader() + "-lane-" + lane, tables(), new Lane(lane, lanes)))
                .toList();
    }

    /** The names of its readers. */
    List<String> readers() {
        return places().stream().map(ReaderPlace::reader).toList();
    }
}
