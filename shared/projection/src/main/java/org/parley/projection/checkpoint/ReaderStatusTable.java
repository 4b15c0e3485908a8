package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.projection.Projection;
import org.parley.projection.ProjectionStatus;

/**
 * The tables {@code stream_report} and {@code stream_retry}: the status of each reader, and retry requests from other
 * processes.
 *
 * @param schema the schema of the tables, migrated by {@link CheckpointSchema#migrate}
 */
public record ReaderStatusTable(String schema) {
    public ReaderStatusTable {
        CheckpointSchema.requireName(schema);
    }

    /** Writes the status of readers. */
    public void publish(Connection connection, Map<String, ProjectionStatus> readers) throws SQLException {
        try (PreparedStatement upsert = prepare(connection, """
                insert into %s.stream_report (reader, done, total, lag, slow_lag, events_per_second, error, told_at)
                values (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                on conflict (reader) do update set done = excluded.done, total = excluded.total, lag = excluded.lag,
                slow_lag = excluded.slow_lag, events_per_second = excluded.events_per_second, error = excluded.error, told_at = excluded.told_at""")) {
            for (Map.Entry<String, ProjectionStatus> reader : readers.entrySet()) {
                ProjectionStatus status = reader.getValue();
                upsert.setString(1, reader.getKey());
                upsert.setLong(2, status.done());
                upsert.setLong(3, status.total());
                upsert.setLong(4, status.lag());
                upsert.setLong(5, status.slowLag());
                upsert.setDouble(6, status.eventsPerSecond());
                upsert.setString(7, status.error());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /**
     * The status of readers in other processes, by reader. Readers without a recent status are missing.
     *
     * @param of the projection of the readers
     * @param lately the maximum age of a status
     */
    public Map<String, ProjectionStatus> read(
            Connection connection, Projection of, Collection<String> readers, Duration lately) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                select reader, done, total, lag, events_per_second, error, slow_lag from %s.stream_report
                where reader = any (?) and told_at > clock_timestamp() - make_interval(secs => ?)""")) {
            select.setArray(1, connection.createArrayOf("text", readers.toArray()));
            select.setLong(2, lately.toSeconds());
            Map<String, ProjectionStatus> statuses = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String reader = row.getString(1);
                    StoredCheckpoints checkpoint = new StoredCheckpoints(schema, List.of(reader));
                    statuses.put(
                            reader,
                            new ProjectionStatus(
                                    of.name(),
                                    of.version(),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getDouble(5),
                                    checkpoint.stopped(connection),
                                    checkpoint.slow(connection),
                                    row.getLong(7),
                                    row.getString(6)));
                }
            }
            return statuses;
        }
    }

    /** Requests a retry from the readers in which a negotiation is stopped; returns whether there is any. */
    public boolean requestRetry(Connection connection, Collection<String> readers, String negotiation)
            throws SQLException {
        try (PreparedStatement insert = prepare(connection, """
                with stopped as (
                    select reader, negotiation from %1$s.stream_stopped
                    where reader in (%2$s) and negotiation = ? and phase <> 'ASIDE' for update),
                asked as (insert into %1$s.stream_retry select * from stopped on conflict do nothing)
                select exists (select from stopped)""")) {
            insert.setArray(1, connection.createArrayOf("text", readers.toArray()));
            insert.setString(2, negotiation);
            try (ResultSet row = insert.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The negotiations that a reader is requested to retry. A request stays until the retry is done. */
    public Set<String> retryRequests(Connection connection, String reader) throws SQLException {
        try (PreparedStatement select =
                prepare(connection, "select negotiation from %1$s.stream_retry where reader in (%2$s)")) {
            select.setArray(1, connection.createArrayOf("text", new String[] {reader}));
            Set<String> negotiations = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    negotiations.add(rows.getString(1));
                }
            }
            return negotiations;
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.formatted(schema, CheckpointSchema.readerNamesQuery(schema)));
    }
}
