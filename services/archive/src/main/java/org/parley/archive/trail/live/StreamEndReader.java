package org.parley.archive.trail.live;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.archive.trail.live.StreamEnd.LateTrail;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.projection.checkpoint.StoredCheckpoints;
import org.parley.projection.rebuild.LiveBuild;

/** Reads the end of the trails, in a transaction with a consistent snapshot. */
record StreamEndReader(Connection connection, LiveBuild build) {
    /** The schema of the read models. */
    static final String SCHEMA = "archive";

    /** The first version of the trail projection that stores offsets. */
    static final int OFFSETS_SINCE_VERSION = 5;

    boolean hasOffsets() {
        return build.version() >= OFFSETS_SINCE_VERSION;
    }

    /** The next offset to read, by partition. */
    Map<Integer, Long> offsets() throws SQLException {
        return build.checkpoints(SCHEMA).offsets(connection);
    }

    /** The offset after the last entry, of the partitions that have any. */
    Map<Integer, Long> lastOffsets(UUID topic, Collection<Integer> partitions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select p.partition, last.place + 1 from unnest(?::int[]) as p (partition)
                join lateral (select e.place from archive.trail_entry e
                    where e.partition = p.partition and e.topic = ? order by e.place desc limit 1) last on true""")) {
            select.setArray(1, connection.createArrayOf("int", partitions.toArray()));
            select.setObject(2, topic);
            Map<Integer, Long> offsets = new TreeMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return offsets;
        }
    }

    /** The late negotiations by slug. */
    Map<String, LateTrail> late(UUID topic) throws SQLException {
        List<StoredCheckpoints.UnsettledNegotiation> unsettled =
                build.checkpoints(SCHEMA).unsettled(connection).stream()
                        .filter(each ->
                                !each.negotiation().startsWith("(")) // records without a negotiation have no entries
                        .toList();
        if (unsettled.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select u.negotiation, u.partition, coalesce(first.place, u.record), coalesce(last.position, 0),
                    coalesce(last.place, -1)
                from unnest(?::text[], ?::int[], ?::bigint[]) as u (negotiation, partition, record)
                left join lateral (select e.place from archive.trail_entry e
                    where e.negotiation = u.negotiation and e.topic = ? order by e.position limit 1) first on true
                left join lateral (select e.position, e.place from archive.trail_entry e
                    where e.negotiation = u.negotiation and e.topic = ? order by e.position desc limit 1) last on true""")) {
            select.setArray(
                    1,
                    texts(unsettled.stream()
                            .map(StoredCheckpoints.UnsettledNegotiation::negotiation)
                            .toList()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int",
                            unsettled.stream()
                                    .map(StoredCheckpoints.UnsettledNegotiation::partition)
                                    .toArray()));
            select.setArray(
                    3,
                    numbers(unsettled.stream()
                            .map(StoredCheckpoints.UnsettledNegotiation::offset)
                            .toList()));
            select.setObject(4, topic);
            select.setObject(5, topic);
            Map<String, LateTrail> late = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    late.put(
                            rows.getString(1),
                            new LateTrail(
                                    new StreamCursor.LatePosition(rows.getInt(2), rows.getLong(3), rows.getLong(4)),
                                    rows.getLong(5)));
                }
            }
            return late;
        }
    }

    private Array texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private Array numbers(List<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }
}
