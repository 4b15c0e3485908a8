package org.parley.projection.checkpoint;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.StoppedNegotiation;

/**
 * Reads the checkpoints of several readers that share a topic's partitions.
 *
 * @param schema the schema of the readers' tables, migrated by {@link CheckpointSchema#migrate}
 * @param readers the names of the readers
 */
public record StoredCheckpoints(String schema, List<String> readers) {
    public StoredCheckpoints {
        CheckpointSchema.requireName(schema);
        readers = List.copyOf(readers);
    }

    /** Without dedicated readers, whose checkpoints belong to a main reader. */
    public static StoredCheckpoints of(String schema, Collection<String> readers) {
        return new StoredCheckpoints(
                schema,
                readers.stream()
                        .filter(reader -> !reader.contains(SlowNegotiationCheckpoints.MARK))
                        .toList());
    }

    private interface Row<T> {
        void into(T collected, ResultSet row) throws SQLException;
    }

    private <T> T collect(Connection connection, String sql, T into, Row<T> each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(schema))) {
            select.setArray(1, names(connection));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    each.into(into, rows);
                }
            }
            return into;
        }
    }

    private Array names(Connection connection) throws SQLException {
        return connection.createArrayOf("text", readers.toArray());
    }

    /** The next offset to read, by partition. */
    public Map<Integer, Long> offsets(Connection connection) throws SQLException {
        String sql = "select partition, next_offset from %s.stream_offset where reader = any (?)";
        return collect(connection, sql, new HashMap<>(), (map, row) -> map.put(row.getInt(1), row.getLong(2)));
    }

    /** The last applied position, by negotiation. */
    public Map<String, Long> positions(Connection connection) throws SQLException {
        String sql = "select negotiation, position from %s.stream_position where reader in ("
                + CheckpointSchema.readerNamesQuery(schema) + ")";
        return collect(connection, sql, new HashMap<>(), (map, row) -> map.put(row.getString(1), row.getLong(2)));
    }

    /** The last applied position of a negotiation; 0 if there is none. */
    public long position(Connection connection, String negotiation) throws SQLException {
        String sql = "select coalesce(max(position), 0) from %1$s.stream_position where negotiation = ? and reader in ("
                + CheckpointSchema.readerNamesQuery(schema) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(schema))) {
            select.setString(1, negotiation);
            select.setArray(2, names(connection));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The number of applied events. Positions have no gaps, so it is the sum of the last positions. */
    public long done(Connection connection) throws SQLException {
        String sql = "select coalesce(sum(position), 0) from %s.stream_position where reader in ("
                + CheckpointSchema.readerNamesQuery(schema) + ")";
        return collect(connection, sql, new long[1], (sum, row) -> sum[0] = row.getLong(1))[0];
    }

    /** The ids of the topics that the offsets belong to: one, except right after the topic was recreated. */
    public Set<String> topicIds(Connection connection) throws SQLException {
        String sql = "select topic_id from %s.stream_reader where reader = any (?) and topic_id is not null";
        return collect(connection, sql, new HashSet<>(), (set, row) -> set.add(row.getString(1)));
    }

    /** Whether the seal of every record they have read was verified. */
    public boolean areSealed(Connection connection) throws SQLException {
        String sql = "select coalesce(bool_and(seals is not null or topic_id is null), true) from %s.stream_reader"
                + " where reader = any (?)";
        return collect(connection, sql, new boolean[1], (all, row) -> all[0] = row.getBoolean(1))[0];
    }

    /** The stopped negotiations. */
    public List<StoppedNegotiation> stopped(Connection connection) throws SQLException {
        return stops(connection).stream()
                .filter(NegotiationStop::isStopped)
                .map(NegotiationStop::toStoppedNegotiation)
                .toList();
    }

    /** The slow negotiations, which have a dedicated reader. */
    public List<SlowNegotiation> slow(Connection connection) throws SQLException {
        return stops(connection).stream()
                .filter(NegotiationStop::isReadSeparately)
                .map(NegotiationStop::toSlowNegotiation)
                .toList();
    }

    private List<NegotiationStop> stops(Connection connection) throws SQLException {
        List<NegotiationStop> stops = new ArrayList<>();
        for (String reader : all(connection)) {
            stops.addAll(new NegotiationStopTable(new CheckpointKey(schema, reader))
                    .read(connection)
                    .values());
        }
        return stops;
    }

    private List<String> all(Connection connection) throws SQLException {
        return collect(
                connection,
                CheckpointSchema.readerNamesQuery("%s"),
                new ArrayList<>(),
                (list, row) -> list.add(row.getString(1)));
    }

    /**
     * A negotiation with dropped records that may still be applied. Its rows may appear after rows with higher offsets.
     *
     * @param offset the offset of the first dropped record
     */
    public record UnsettledNegotiation(String negotiation, int partition, long offset) {}

    /** All negotiations with dropped records. */
    public List<UnsettledNegotiation> unsettled(Connection connection) throws SQLException {
        String sql = "select negotiation, partition, record_offset from %s.stream_stopped where reader = any (?)";
        return collect(
                connection,
                sql,
                new ArrayList<>(),
                (list, row) -> list.add(new UnsettledNegotiation(row.getString(1), row.getInt(2), row.getLong(3))));
    }

    /** Locks the readers until the end of the transaction: none of them commits in between. */
    public void lock(Connection connection) throws SQLException {
        String sql = "select 1 from %s.stream_reader r where r.reader in (" + CheckpointSchema.readerNamesQuery(schema)
                + ") order by r.reader for update of r";
        collect(connection, sql, schema, (unused, row) -> {});
    }
}
