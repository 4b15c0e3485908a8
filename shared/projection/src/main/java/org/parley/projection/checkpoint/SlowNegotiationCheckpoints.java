package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The checkpoints of the dedicated readers of slow negotiations. While a dedicated reader is active, it owns the
 * negotiation's position and ids.
 */
record SlowNegotiationCheckpoints(CheckpointKey key) {
    /** Separates the reader's name and the negotiation in the name of a dedicated reader; not allowed in either. */
    static final String MARK = "~";

    private static final List<String> MOVED = List.of("stream_position", "stream_ids");

    /** The name of a negotiation's dedicated reader. */
    String readerName(String negotiation) {
        return key.reader() + MARK + negotiation;
    }

    /** Creates the checkpoint of a dedicated reader, at the event that was too slow. */
    void begin(Connection connection, NegotiationStop stop, String topicId) throws SQLException {
        String reader = readerName(stop.negotiation());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into %1$s.stream_reader (reader, topic_id, seals)
                select ?, ?, seals from %1$s.stream_reader where reader = ?""".formatted(key.schema()))) {
            insert.setString(1, reader);
            insert.setString(2, topicId);
            insert.setString(3, key.reader());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %s.stream_offset (reader, partition, next_offset) values (?, ?, ?)"
                        .formatted(key.schema()))) {
            insert.setString(1, reader);
            insert.setInt(2, stop.partition());
            insert.setLong(3, stop.offset());
            insert.executeUpdate();
        }
        move(connection, key.reader(), reader, stop.negotiation());
    }

    /** Deletes the checkpoint of a dedicated reader; this fences any process that still uses it. */
    void end(Connection connection, String negotiation, long revision) throws SQLException {
        String reader = readerName(negotiation);
        move(connection, reader, key.reader(), negotiation);
        try (PreparedStatement update = connection.prepareStatement(
                "update %s.stream_position set revision = ? where reader = ? and negotiation = ?"
                        .formatted(key.schema()))) {
            update.setLong(1, revision);
            update.setString(2, key.reader());
            update.setString(3, negotiation);
            update.executeUpdate();
        }
        CheckpointSchema.deleteReaders(connection, key.schema(), List.of(reader));
    }

    private void move(Connection connection, String from, String to, String negotiation) throws SQLException {
        for (String table : MOVED) {
            try (PreparedStatement update =
                    connection.prepareStatement("update %s.%s set reader = ? where reader = ? and negotiation = ?"
                            .formatted(key.schema(), table))) {
                update.setString(1, to);
                update.setString(2, from);
                update.setString(3, negotiation);
                update.executeUpdate();
            }
        }
    }

    /** The next offset of the dedicated reader; -1 while it is busy or stopped. */
    long reachedOffset(Connection connection, NegotiationStop stop) throws SQLException {
        // Does not wait for a transaction of the dedicated reader: the caller retries.
        try (PreparedStatement select = connection.prepareStatement("""
                select o.next_offset from %1$s.stream_reader r
                join %1$s.stream_offset o on o.reader = r.reader and o.partition = ?
                where r.reader = ? and not exists (select from %1$s.stream_stopped s where s.reader = r.reader)
                for update of r skip locked""".formatted(key.schema()))) {
            select.setInt(1, stop.partition());
            select.setString(2, readerName(stop.negotiation()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
