package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.projection.kafka.PartitionOffset;

/**
 * The tables {@code stream_reader} and {@code stream_offset}: the offsets of a reader, and the revision that fences it;
 * {@link CheckpointTransaction} advances them.
 */
record CheckpointTable(CheckpointKey key) {
    /**
     * The row of a reader, as this process last read or wrote it.
     *
     * @param revision raised by each commit
     * @param topicId the id that Kafka gave the topic; null before the first topic
     * @param seals the fingerprints of the accepted seal keys, separated by a space; null if none were verified
     */
    record KnownState(
            long revision,
            @Nullable String topicId,
            @Nullable String seals) {}

    /** Creates an empty checkpoint. Does nothing if it exists. */
    void create(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                key.prepare(connection, "insert into %s.stream_reader (reader) values (?) on conflict do nothing")) {
            insert.executeUpdate();
        }
    }

    /** Reads the checkpoint. A deleted one is not recreated, since the projection's rows may still exist. */
    KnownState read(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(
                        connection, "select revision, topic_id, seals from %s.stream_reader where reader = ?");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the checkpoint of the reader " + key.reader() + " was deleted");
            }
            return new KnownState(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    /** Resets the checkpoint for a recreated topic or for other seal keys. */
    void restart(Connection connection, String topicId, String seals) throws SQLException {
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

    Map<Integer, PartitionOffset> offsets(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                        select partition, next_offset, leader_epoch from %s.stream_offset
                        where reader = ?""");
                ResultSet rows = select.executeQuery()) {
            Map<Integer, PartitionOffset> offsets = new TreeMap<>();
            while (rows.next()) {
                offsets.put(rows.getInt(1), new PartitionOffset(rows.getLong(2), rows.getObject(3, Integer.class)));
            }
            return offsets;
        }
    }
}
