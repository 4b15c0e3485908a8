package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The table {@code stream_stopped}. */
record NegotiationStopTable(CheckpointKey key) {
    Map<String, NegotiationStop> read(Connection connection) throws SQLException {
        try (PreparedStatement select = key.prepare(connection, """
                        select negotiation, cause, phase, position, development_id, reason, since, due,
                        partition, record_offset, seen, reread_until
                        from %s.stream_stopped where reader = ?""");
                ResultSet rows = select.executeQuery()) {
            Map<String, NegotiationStop> stops = new TreeMap<>();
            while (rows.next()) {
                stops.put(rows.getString(1), stop(rows));
            }
            return stops;
        }
    }

    private static NegotiationStop stop(ResultSet row) throws SQLException {
        return new NegotiationStop(
                row.getString(1),
                NegotiationStop.Cause.valueOf(row.getString(2)),
                NegotiationStop.Phase.valueOf(row.getString(3)),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getInt(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }

    void write(Connection connection, Collection<NegotiationStop> stops) throws SQLException {
        try (PreparedStatement upsert = key.prepare(connection, """
                insert into %s.stream_stopped (reader, negotiation, cause, phase, position,
                development_id, reason, since, due, partition, record_offset, seen, reread_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reader, negotiation) do update set
                cause = excluded.cause, phase = excluded.phase, position = excluded.position,
                development_id = excluded.development_id, reason = excluded.reason, since = excluded.since,
                due = excluded.due, partition = excluded.partition, record_offset = excluded.record_offset,
                seen = excluded.seen, reread_until = excluded.reread_until""")) {
            for (NegotiationStop stop : stops) {
                upsert.setString(2, stop.negotiation());
                upsert.setString(3, stop.cause().name());
                upsert.setString(4, stop.phase().name());
                upsert.setLong(5, stop.position());
                upsert.setObject(6, stop.developmentId());
                upsert.setString(7, stop.reason());
                upsert.setObject(8, utc(stop.since()));
                upsert.setObject(9, utc(stop.due()));
                upsert.setInt(10, stop.partition());
                upsert.setLong(11, stop.offset());
                upsert.setLong(12, stop.seen());
                upsert.setLong(13, stop.rereadUntil());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /**
     * Deletes the stops of these negotiations, then the retry requests. In this order: the reverse would keep a request
     * made in between.
     */
    void delete(Connection connection, Collection<String> negotiations) throws SQLException {
        delete(connection, "stream_stopped", negotiations);
        deleteRetryRequests(connection, negotiations);
    }

    /** Deletes the retry requests for these negotiations. */
    void deleteRetryRequests(Connection connection, Collection<String> negotiations) throws SQLException {
        if (!negotiations.isEmpty()) {
            delete(connection, "stream_retry", negotiations);
        }
    }

    private void delete(Connection connection, String table, Collection<String> negotiations) throws SQLException {
        try (PreparedStatement delete =
                key.prepare(connection, "delete from %s." + table + " where reader = ? and negotiation = any (?)")) {
            delete.setArray(2, connection.createArrayOf("text", negotiations.toArray()));
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
