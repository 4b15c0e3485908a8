package org.parley.projection.checkpoint;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.projection.kafka.PartitionOffset;

/**
 * A transaction that advances a checkpoint: one round trip before the projection's work and one after it. Batches are
 * small most of the time, and then the round trips are most of the cost.
 */
final class CheckpointTransaction {
    private final CheckpointKey key;
    private final Connection connection;
    private @Nullable Duration statementLimit;

    CheckpointTransaction(CheckpointKey key, Connection connection) {
        this.key = key;
        this.connection = connection;
    }

    /**
     * Begins: sets the search path to the projection's tables, makes the commit asynchronous, locks the reader's row
     * until the end and raises its revision. Rows and checkpoint are committed together: what a power failure loses is
     * read from Kafka again.
     *
     * @param tables the schema of the projection's tables
     * @param believed the revision that this process last saw
     * @param limit the time limit of each statement; null for none
     * @throws FencedException if another process has raised the revision
     */
    void begin(String tables, long believed, @Nullable Duration limit) throws SQLException, FencedException {
        String sql = """
                set local search_path = %s;
                set local synchronous_commit = off;
                update %s.stream_reader set revision = revision + 1 where reader = ? and revision = ?;
                %s""".formatted(tables, key.schema(), timeout(limit));
        try (PreparedStatement begin = connection.prepareStatement(sql)) {
            begin.setString(1, key.reader());
            begin.setLong(2, believed);
            begin.execute();
            begin.getMoreResults();
            begin.getMoreResults();
            if (begin.getUpdateCount() != 1) {
                throw new FencedException();
            }
        }
        statementLimit = limit;
    }

    /** Sets the time limit of each of the next statements; null for none. */
    void limitStatements(@Nullable Duration limit) throws SQLException {
        if (!Objects.equals(limit, statementLimit)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(timeout(limit));
            }
            statementLimit = limit;
        }
    }

    private static String timeout(@Nullable Duration limit) {
        return "set local statement_timeout = " + (limit == null ? 0 : limit.toMillis());
    }

    /**
     * Writes the progress of a batch, without a time limit.
     *
     * @param revision the revision of this transaction
     */
    void write(
            long revision,
            Map<String, AppliedPosition> positions,
            Map<AppliedEventIds.BlockKey, byte[]> ids,
            Map<Integer, PartitionOffset> offsets)
            throws SQLException {
        String sql = timeout(null);
        if (!positions.isEmpty()) {
            sql += """
                    ;
                    insert into %1$s.stream_position (reader, revision, negotiation, position, development_id)
                    select ?, ?, * from unnest(?::text[], ?::bigint[], ?::uuid[])
                    on conflict (reader, negotiation) do update set position = excluded.position,
                        development_id = excluded.development_id, revision = excluded.revision;
                    insert into %1$s.stream_ids as known (reader, negotiation, block, ids)
                    select ?, * from unnest(?::text[], ?::bigint[], ?::bytea[])
                    on conflict (reader, negotiation, block) do update set ids = known.ids || excluded.ids""";
        }
        if (!offsets.isEmpty()) {
            sql += """
                    ;
                    insert into %1$s.stream_offset (reader, partition, next_offset, leader_epoch)
                    select ?, * from unnest(?::int[], ?::bigint[], ?::int[])
                    on conflict (reader, partition)
                    do update set next_offset = excluded.next_offset, leader_epoch = excluded.leader_epoch""";
        }
        try (PreparedStatement write = connection.prepareStatement(sql.formatted(key.schema()))) {
            int next = 1;
            if (!positions.isEmpty()) {
                write.setString(next++, key.reader());
                write.setLong(next++, revision);
                write.setArray(next++, array("text", positions.keySet(), name -> name));
                write.setArray(next++, array("bigint", positions.values(), AppliedPosition::position));
                write.setArray(next++, array("uuid", positions.values(), AppliedPosition::developmentId));
                write.setString(next++, key.reader());
                write.setArray(next++, array("text", ids.keySet(), AppliedEventIds.BlockKey::negotiation));
                write.setArray(next++, array("bigint", ids.keySet(), AppliedEventIds.BlockKey::block));
                write.setArray(
                        next++, connection.createArrayOf("bytea", ids.values().toArray(byte[][]::new)));
            }
            if (!offsets.isEmpty()) {
                write.setString(next++, key.reader());
                write.setArray(next++, array("int", offsets.keySet(), partition -> partition));
                write.setArray(next++, array("bigint", offsets.values(), PartitionOffset::offset));
                write.setArray(next, array("int", offsets.values(), PartitionOffset::leaderEpoch));
            }
            write.execute();
        }
        statementLimit = null;
    }

    private <T> Array array(String type, Collection<T> values, Function<T, @Nullable Object> of) throws SQLException {
        List<@Nullable Object> mapped = new ArrayList<>(values.size());
        values.forEach(value -> mapped.add(of.apply(value)));
        return connection.createArrayOf(type, mapped.toArray());
    }
}
