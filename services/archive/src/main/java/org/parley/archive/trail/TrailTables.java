package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.StorableText;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.contract.PublishedEvent;
import org.parley.history.Standing;

/** Writes the tables of the trail. */
final class TrailTables {
    private TrailTables() {}

    static void insertEntries(Connection connection, List<TrailRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into trail_entry (negotiation, position, development_id, first_id, targets, type, kind,
                matter, occurred_start, recorded_at, editor, parties, summary, evidence, attributes, data, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('english', ?))""")) {
            for (TrailRow row : rows) {
                PublishedEvent event = row.event();
                insert.setString(1, event.subject().negotiation());
                insert.setLong(2, event.position());
                insert.setObject(3, event.developmentId());
                insert.setObject(4, row.firstId());
                insert.setObject(5, row.targets());
                insert.setString(6, event.type().event());
                insert.setString(7, event.subject().kind().slug());
                insert.setString(8, event.subject().slug());
                insert.setObject(9, Timestamps.ofNullable(row.occurredStart()));
                insert.setObject(10, Timestamps.of(event.recordedAt()));
                insert.setString(11, StorableText.of(event.editor()));
                insert.setArray(
                        12, connection.createArrayOf("text", row.parties().toArray()));
                insert.setString(13, StorableText.of(row.summary()));
                insert.setString(14, storable(row.evidence()));
                insert.setString(15, StoredEvent.attributes(event));
                insert.setBytes(16, event.data());
                insert.setString(17, StorableText.of(row.searchable()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void insertStandings(Connection connection, List<StandingRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into trail_standing
                (negotiation, development_id, since, standing, held_until, standing_after, corrected_by, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (StandingRow row : rows) {
                Held held = row.held();
                insert.setString(1, row.negotiation());
                insert.setObject(2, row.developmentId());
                insert.setLong(3, row.since());
                insert.setString(4, held.standing().name());
                insert.setObject(5, Timestamps.ofNullable(held.heldUntil()));
                insert.setString(6, name(held.afterwards()));
                insert.setObject(7, held.correctedBy());
                insert.setString(8, storable(held.evidence()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable String name(@Nullable Standing standing) {
        return standing == null ? null : standing.name();
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : StorableText.of(text);
    }
}
