package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.parley.projection.checkpoint.StoredCheckpoints;

/**
 * The live build of a projection, for processes that do not read into it. Whether anything was committed is visible in
 * a few rows, and finding out what costs no more than the change itself.
 *
 * @param number the number of the build
 * @param version the version of the projection
 * @param revisions the revision of each reader, by name; every commit raises one of them
 * @param topics the ids of the topics being read; one, except right after the topic was recreated
 */
public record LiveBuild(int number, int version, Map<String, Long> revisions, Set<UUID> topics) {
    private static final long BEFORE_ALL = -1;

    /**
     * Reads the live build; empty if there is none.
     *
     * @param schema the schema of the readers' tables, migrated by {@link org.parley.projection.checkpoint.CheckpointSchema#migrate}
     */
    public static Optional<LiveBuild> find(Connection connection, String schema, String projection)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select b.build, b.version, r.reader, r.revision, r.topic_id from %1$s.projection_build b
                left join %1$s.stream_reader r on starts_with(r.reader, b.projection || '-' || b.build || '-lane-')
                where b.projection = ? and b.phase = 'LIVE'""".formatted(schema))) {
            select.setString(1, projection);
            LiveBuild build = null;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (build == null) {
                        build = new LiveBuild(rows.getInt(1), rows.getInt(2), new HashMap<>(), new HashSet<>());
                    }
                    if (rows.getString(3) != null) {
                        build.revisions.put(rows.getString(3), rows.getLong(4));
                    }
                    if (rows.getString(5) != null) {
                        Uuid topic = Uuid.fromString(rows.getString(5));
                        build.topics.add(new UUID(topic.getMostSignificantBits(), topic.getLeastSignificantBits()));
                    }
                }
            }
            return Optional.ofNullable(build);
        }
    }

    /** The checkpoints of its readers. */
    public StoredCheckpoints checkpoints(String schema) {
        return StoredCheckpoints.of(schema, revisions.keySet());
    }

    /**
     * The last position of each negotiation that advanced since {@code before}; of all of them if that is another
     * build.
     */
    public Map<String, Long> advancedSince(Connection connection, String schema, LiveBuild before) throws SQLException {
        List<String> readers = List.copyOf(revisions.keySet());
        try (PreparedStatement select = connection.prepareStatement("""
                select p.negotiation, p.position
                from unnest(?::text[], ?::bigint[]) as seen (reader, revision)
                join %s.stream_position p on p.reader = seen.reader and p.revision > seen.revision""".formatted(schema))) {
            select.setArray(1, connection.createArrayOf("text", readers.toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            readers.stream()
                                    .map(reader -> before.revisions.getOrDefault(reader, BEFORE_ALL))
                                    .toArray()));
            Map<String, Long> positions = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return positions;
        }
    }

    /** A placeholder from which everything has advanced. */
    public static LiveBuild unknown() {
        return new LiveBuild(0, 0, Map.of(), Set.of());
    }
}
