package org.parley.stream.build;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.stream.Lane;
import org.parley.stream.ReaderPlace;

/**
 * One making of a projection's tables.
 *
 * @param schema the schema that all builds' views and registers are in
 * @param number never given twice
 * @param version the projection's version that makes it
 * @param lanes how many readers share the partitions
 * @param since when it came into its phase (UTC)
 * @param createdAt when it was begun (UTC)
 * @param indexed whether it has the indexes that only questions need
 * @param accepted whether it may take its place although it differs
 * @param comparison what its comparison with the build before it found, as JSON; null when it was not compared
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

    /** What its readers' names begin with. */
    String reader() {
        return "%s-%d".formatted(projection, number);
    }

    /** The places of its readers. */
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
