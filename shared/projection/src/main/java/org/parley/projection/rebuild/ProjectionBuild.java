package org.parley.projection.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.projection.checkpoint.CheckpointLocation;
import org.parley.projection.kafka.PartitionShare;

/**
 * One set of a projection's tables.
 *
 * @param schema the schema of the views and of the build tables
 * @param projection the name of the projection
 * @param number the number of the build; never reused
 * @param version the version of the projection that builds it
 * @param shares the number of readers that share the partitions
 * @param phase the current phase
 * @param since when it entered the phase (UTC)
 * @param createdAt when it was created (UTC)
 * @param isIndexed whether it has the indexes that only queries need
 * @param isAccepted whether it may go live although it differs
 * @param comparison the result of the comparison with the build before it, as JSON; null if it was not compared
 */
public record ProjectionBuild(
        String schema,
        String projection,
        int number,
        int version,
        int shares,
        BuildPhase phase,
        Instant since,
        Instant createdAt,
        boolean isIndexed,
        boolean isAccepted,
        @Nullable String comparison) {

    /** The schema of its tables. */
    String tablesSchema() {
        return "%s_%s_%d".formatted(schema, projection, number);
    }

    /** The prefix of its readers' names. */
    String readerPrefix() {
        return "%s-%d".formatted(projection, number);
    }

    /** The checkpoint locations of its readers. */
    List<CheckpointLocation> locations() {
        return IntStream.range(0, shares)
                .mapToObj(lane -> new CheckpointLocation(
                        schema, readerPrefix() + "-lane-" + lane, tablesSchema(), new PartitionShare(lane, shares)))
                .toList();
    }

    /** The names of its readers. */
    List<String> readerNames() {
        return locations().stream().map(CheckpointLocation::reader).toList();
    }
}
