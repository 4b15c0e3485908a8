package org.parley.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables {@code stream_reader} and {@code stream_offset}: what was reached, and whose turn it is. */
record ReaderTable(ReaderKey key) {
    /**
     * What a reader believes of itself.
     *
     * @param seals the fingerprints of the keys whose seals were believed
     */
    record Belief(
            long revision,
            @Nullable String topicId,
            @Nullable String seals) {}

    /** Begins a place, from nothing; what there is of it stays. */
    void create(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                key.prepare(connection, "insert into %s.stream_reader (reader) values (?) on conflict do nothing")) {
            insert.executeUpdate();
        }
    }

    /** Reads a place; one that is gone is not made again, since what was written from it may be there. */
    Belief read(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(
                        connection, "select revision, topic_id, seals from %s.stream_reader where reader = ?");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the reader " + key.reader() + " has no place any more");
            }
            return new Belief(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    /**
     * Begins a transaction's work: locks the reader's row until its end, and raises the revision from the one believed in.
     *
     * @throws Fenced when another process was here meanwhile
     */
    void advance(Connection connection, long believed) throws SQLException, Fenced {
        try (PreparedStatement update = key.prepare(connection, """
                update %s.stream_reader set revision = revision + 1
                where reader = ? and revision = ?""")) {
            update.setLong(2, believed);
            if (update.executeUpdate() != 1) {
                throw new Fenced();
            }
        }
    }

    /** Another topic of the same name, or other keys: what was reached before means nothing. */
    void begin(Connection connection, String topicId, String seals) throws SQLException {
        try (PreparedStatement delete = key.prepare(connection, "delete from %s.stream_offset where reader = ?")) {
            delete.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update %s.stream_reader set topic_id = ?, seals = ? where reader = ?".formatted(key.schema()))) {
            update.setString(1, topicId);
            update.setString(2, seals);
            update.setString(3, key.reader());
            update.executeUpdate();
        }
    }

    Map<Integer, Reached> offsets(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                        select partition, next_offset, leader_epoch from %s.stream_offset
                        where reader = ?""");
                ResultSet rows = select.executeQuery()) {
            Map<Integer, Reached> offsets = new TreeMap<>();
            while (rows.next()) {
                offsets.put(rows.getInt(1), new Reached(rows.getLong(2), rows.getObject(3, Integer.class)));
            }
            return offsets;
        }
    }

    void write(Connection connection, Map<Integer, Reached> offsets) throws SQLException {
        try (PreparedStatement upsert = key.prepare(connection, """
                insert into %s.stream_offset (reader, partition, next_offset, leader_epoch)
                values (?, ?, ?, ?)
                on conflict (reader, partition)
                do update set next_offset = excluded.next_offset, leader_epoch = excluded.leader_epoch""")) {
            for (Map.Entry<Integer, Reached> offset : offsets.entrySet()) {
                upsert.setInt(2, offset.getKey());
                upsert.setLong(3, offset.getValue().offset());
                upsert.setObject(4, offset.getValue().leaderEpoch(), Types.INTEGER);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
