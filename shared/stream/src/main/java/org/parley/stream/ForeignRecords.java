package org.parley.stream;

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
 * The records in the topic that are not the ledger's, which every reader passes over.
 *
 * @param count how many there are
 * @param older how many more there are from before the ledger sealed with the current key; that is as it should be
 * @param isNothingSealed whether there are older ones, and none at all with the seal of the current key: the ledger has not
 *     sent everything again yet, or has another key
 * @param latest the latest that are foreign, the last one found first
 */
public record ForeignRecords(long count, long older, boolean isNothingSealed, List<ForeignRecord> latest) {
    /** The most that are named. */
    private static final int NAMED_MAX = 100;

    public ForeignRecords {
        latest = List.copyOf(latest);
    }

    /**
     * One of them.
     *
     * @param firstSeen when it was first found (UTC)
     * @param reason what is wrong with it, as the end of a sentence that begins with it
     * @param negotiation which event it says it is, with the position; null when it looks like none
     * @param isAhead whether that event is further on than all that any projection has applied
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
     * Those that are known.
     *
     * @param schema where {@link StreamSchema#migrate} made the readers' tables
     */
    public static ForeignRecords read(Connection connection, String schema) throws SQLException {
        StreamSchema.requireName(schema);
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

    /** When the last one was first found; null when there is none. */
    public @Nullable Instant lastSeen() {
        return latest.isEmpty() ? null : latest.getFirst().firstSeen();
    }

    /** How many of the latest say they are events further on than all that is known. */
    public long ahead() {
        return latest.stream().filter(ForeignRecord::isAhead).count();
    }
}
