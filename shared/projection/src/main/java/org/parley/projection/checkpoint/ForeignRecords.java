package org.parley.projection.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The foreign records in the topic: those that the ledger did not publish. Every reader skips them.
 *
 * @param count the number of foreign records
 * @param older the number of further records without the current key's seal from before the first record with it; these
 *     are expected
 * @param isNothingSealed whether there are older records but none with the current key's seal: the ledger has not
 *     republished everything yet, or uses another key
 * @param latest the latest foreign records, newest first
 */
public record ForeignRecords(long count, long older, boolean isNothingSealed, List<ForeignRecord> latest) {
    /** The maximum number of records in {@link #latest}. */
    private static final int NAMED_MAX = 100;

    public ForeignRecords {
        latest = List.copyOf(latest);
    }

    /**
     * A foreign record.
     *
     * @param firstSeen when a reader first found it (UTC)
     * @param reason what is wrong, as the end of a sentence that starts with the record
     * @param negotiation the negotiation that it claims to belong to; null if it does not look like an event
     * @param position the position that it claims; null if it does not look like an event
     * @param isAhead whether the claimed position is higher than any that a projection has applied
     */
    public record ForeignRecord(
            int partition,
            long offset,
            Instant firstSeen,
            String reason,
            @Nullable String negotiation,
            @Nullable Long position,
            boolean isAhead) {}

    /**
     * Reads what the readers have stored.
     *
     * @param schema the schema of the readers' tables, migrated by {@link CheckpointSchema#migrate}
     */
    public static ForeignRecords read(Connection connection, String schema) throws SQLException {
        CheckpointSchema.requireName(schema);
        try (PreparedStatement select = connection.prepareStatement("""
                        select coalesce(sum(foreign_count), 0), coalesce(sum(older_count), 0), count(sealed_from)
                        from %1$s.stream_screening where topic_id in (select topic_id from %1$s.stream_reader)""".formatted(schema));
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ForeignRecords(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(2) > 0 && row.getLong(3) == 0,
                    latest(connection, schema));
        }
    }

    private static List<ForeignRecord> latest(Connection connection, String schema) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select partition, record_offset, first_seen, reason, negotiation, position,
                            coalesce(position > coalesce((select max(p.position) from %1$s.stream_position p
                                where p.negotiation = f.negotiation), 0), false)
                        from %1$s.stream_foreign f where topic_id in (select topic_id from %1$s.stream_reader)
                        order by first_seen desc, record_offset desc limit %2$d""".formatted(schema, NAMED_MAX));
                ResultSet rows = select.executeQuery()) {
            List<ForeignRecord> latest = new ArrayList<>();
            while (rows.next()) {
                latest.add(new ForeignRecord(
                        rows.getInt(1),
                        rows.getLong(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getObject(6, Long.class),
                        rows.getBoolean(7)));
            }
            return latest;
        }
    }

    /** When the latest foreign record was found (UTC); null if there is none. */
    public @Nullable Instant lastSeen() {
        return latest.isEmpty() ? null : latest.getFirst().firstSeen();
    }

    /** The number of the latest records that claim a position higher than any applied one. */
    public long ahead() {
        return latest.stream().filter(ForeignRecord::isAhead).count();
    }
}
