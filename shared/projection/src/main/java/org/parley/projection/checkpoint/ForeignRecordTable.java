package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.kafka.RecordVerification.Claim;
import org.parley.projection.kafka.SkippedRecords;

/**
 * The tables {@code stream_screening} and {@code stream_foreign}. All readers of a topic share them: each record is
 * counted once, however many readers read it and however often.
 *
 * @param schema the schema of the tables, migrated by {@link CheckpointSchema#migrate}
 * @param sealKey the fingerprint of the current key
 */
record ForeignRecordTable(String schema, String sealKey) {
    /** The number of foreign records that are stored per partition: the latest. */
    private static final int NAMED_MAX = 50;

    ForeignRecordTable {
        CheckpointSchema.requireName(schema);
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.formatted(schema));
    }

    /** The offset of the first record with the current key's seal, by partition; partitions without one are missing. */
    Map<Integer, Long> sealedFrom(Connection connection, String topicId) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                select partition, sealed_from from %s.stream_screening
                where topic_id = ? and seal_key = ? and sealed_from is not null""")) {
            select.setString(1, topicId);
            select.setString(2, sealKey);
            Map<Integer, Long> sealedFrom = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sealedFrom.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return sealedFrom;
        }
    }

    /** Deletes the rows of topics that no reader reads any more. */
    void forgetOthers(Connection connection) throws SQLException {
        for (String table : List.of("stream_screening", "stream_foreign")) {
            try (PreparedStatement delete = prepare(
                    connection,
                    "delete from %1$s." + table
                            + " t where not exists (select from %1$s.stream_reader r where r.topic_id = t.topic_id)")) {
                delete.executeUpdate();
            }
        }
    }

    void write(Connection connection, String topicId, SkippedRecords passedOver) throws SQLException {
        // In the order of partitions, so that readers of several projections do not deadlock.
        for (Map.Entry<Integer, SkippedRecords.SkippedInPartition> each :
                passedOver.partitions().entrySet()) {
            write(connection, topicId, each.getKey(), each.getValue());
        }
    }

    private void write(Connection connection, String topicId, int partition, SkippedRecords.SkippedInPartition found)
            throws SQLException {
        long countedTo = lock(connection, topicId, partition, found.sealedFrom());
        List<SkippedRecords.SkippedRecord> foreign = found.foreign().stream()
                .filter(each -> each.offset() >= countedTo)
                .toList();
        List<Long> older =
                found.older().stream().filter(offset -> offset >= countedTo).toList();
        if (foreign.isEmpty() && older.isEmpty()) {
            return;
        }
        long last =
                Math.max(foreign.isEmpty() ? -1 : foreign.getLast().offset(), older.isEmpty() ? -1 : older.getLast());
        try (PreparedStatement update = prepare(connection, """
                update %s.stream_screening set counted_to = ?, foreign_count = foreign_count + ?,
                older_count = older_count + ? where topic_id = ? and partition = ?""")) {
            update.setLong(1, last + 1);
            update.setInt(2, foreign.size());
            update.setInt(3, older.size());
            update.setString(4, topicId);
            update.setInt(5, partition);
            update.executeUpdate();
        }
        if (!foreign.isEmpty()) {
            storeLatest(connection, topicId, partition, foreign);
        }
    }

    /** Locks a partition's row until the end of the transaction; returns the offset up to which records are counted. */
    private long lock(Connection connection, String topicId, int partition, @Nullable Long sealedFrom)
            throws SQLException {
        try (PreparedStatement upsert = prepare(connection, """
                insert into %s.stream_screening as s (topic_id, partition, seal_key, sealed_from) values (?, ?, ?, ?)
                on conflict (topic_id, partition) do update set seal_key = excluded.seal_key,
                sealed_from = case when s.seal_key = excluded.seal_key
                    then least(s.sealed_from, excluded.sealed_from) else excluded.sealed_from end
                returning counted_to""")) {
            upsert.setString(1, topicId);
            upsert.setInt(2, partition);
            upsert.setString(3, sealKey);
            upsert.setObject(4, sealedFrom, Types.BIGINT);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void storeLatest(
            Connection connection, String topicId, int partition, List<SkippedRecords.SkippedRecord> foreign)
            throws SQLException {
        try (PreparedStatement insert = prepare(connection, """
                insert into %s.stream_foreign
                (topic_id, partition, record_offset, first_seen, reason, negotiation, position)
                values (?, ?, ?, clock_timestamp(), ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, topicId);
            insert.setInt(2, partition);
            for (SkippedRecords.SkippedRecord each :
                    foreign.subList(Math.max(0, foreign.size() - NAMED_MAX), foreign.size())) {
                Claim claim = each.foreign().claim();
                insert.setLong(3, each.offset());
                insert.setString(4, each.foreign().reason().text());
                insert.setString(5, claim == null ? null : claim.negotiation());
                insert.setObject(6, claim == null ? null : claim.position(), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement delete = prepare(connection, """
                delete from %1$s.stream_foreign where topic_id = ? and partition = ? and record_offset <
                (select min(record_offset) from (select record_offset from %1$s.stream_foreign
                where topic_id = ? and partition = ? order by record_offset desc limit ?) as latest)""")) {
            delete.setString(1, topicId);
            delete.setInt(2, partition);
            delete.setString(3, topicId);
            delete.setInt(4, partition);
            delete.setInt(5, NAMED_MAX);
            delete.executeUpdate();
        }
    }
}
