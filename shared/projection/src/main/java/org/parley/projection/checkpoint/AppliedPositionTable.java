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
import java.util.UUID;
import java.util.function.Function;

/** Reads the tables {@code stream_position} and {@code stream_ids}: the applied events. */
record AppliedPositionTable(CheckpointKey key) {
    Map<String, AppliedPosition> read(Connection connection, Collection<String> negotiations) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                select negotiation, position, development_id from %s.stream_position
                where reader = ? and negotiation = any (?)""")) {
            select.setArray(2, array(connection, "text", negotiations));
            Map<String, AppliedPosition> heads = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getString(1), new AppliedPosition(rows.getLong(2), rows.getObject(3, UUID.class)));
                }
            }
            return heads;
        }
    }

    /** The number of applied events. Positions have no gaps, so it is the sum of the last positions. */
    long done(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                        select coalesce(sum(position), 0) from %s.stream_position
                        where reader = ?""");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The negotiations that advanced after a revision of the reader. */
    Set<String> advancedSince(Connection connection, long revision) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                select negotiation from %s.stream_position
                where reader = ? and revision > ?""")) {
            select.setLong(2, revision);
            Set<String> negotiations = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    negotiations.add(rows.getString(1));
                }
            }
            return negotiations;
        }
    }

    AppliedEventIds ids(Connection connection, Collection<AppliedEventIds.BlockKey> places) throws SQLException {
        AppliedEventIds ids = new AppliedEventIds();
        if (places.isEmpty()) {
            return ids;
        }
        try (PreparedStatement select = key.prepare(connection, """
                select negotiation, block, ids from %1$s.stream_ids
                where reader = ?
                and (negotiation, block) in (select * from unnest(?::text[], ?::bigint[]))""")) {
            select.setArray(2, array(connection, "text", map(places, AppliedEventIds.BlockKey::negotiation)));
            select.setArray(3, array(connection, "bigint", map(places, AppliedEventIds.BlockKey::block)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.put(new AppliedEventIds.BlockKey(rows.getString(1), rows.getLong(2)), rows.getBytes(3));
                }
            }
        }
        return ids;
    }

    private static Array array(Connection connection, String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static <T, R> List<R> map(Collection<T> values, Function<T, R> of) {
        List<R> mapped = new ArrayList<>(values.size());
        values.forEach(value -> mapped.add(of.apply(value)));
        return mapped;
    }
}
