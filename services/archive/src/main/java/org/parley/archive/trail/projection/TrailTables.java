package org.parley.archive.trail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.parley.archive.store.CopyTableWriter;
import org.parley.archive.store.StoredEvent;
import org.parley.contract.PublishedEvent;

/** Writes the tables of the trail, within the transaction of a batch. */
final class TrailTables {
    private static final List<String> ENTRY = List.of(
            "negotiation",
            "position",
            "development_id",
            "first_id",
            "targets",
            "type",
            "kind",
            "matter",
            "occurred_start",
            "recorded_at",
            "editor",
            "parties",
            "evidence",
            "topic",
            "partition",
            "place",
            "attributes",
            "data",
            "words");

    private static final List<String> STANDING = List.of(
            "negotiation",
            "development_id",
            "since",
            "standing",
            "disputed",
            "held",
            "embargo_until",
            "corrected_by",
            "evidence",
            "chain_top",
            "opposite");

    private TrailTables() {}

    static void insertEntries(Connection connection, List<TrailRow> rows, EventOffsets offsets) throws SQLException {
        try (CopyTableWriter table = new CopyTableWriter(connection, "trail_entry", ENTRY)) {
            for (TrailRow row : rows) {
                PublishedEvent event = row.event();
                table.text(event.subject().negotiation())
                        .number(event.position())
                        .uuid(event.developmentId())
                        .uuid(row.firstId())
                        .uuid(row.targets())
                        .text(event.type().event())
                        .text(event.subject().kind().slug())
                        .text(event.subject().slug())
                        .time(row.occurredStart())
                        .time(event.recordedAt())
                        .text(event.editor())
                        .texts(row.parties())
                        .text(row.evidence())
                        .uuid(offsets.topic(event))
                        .integer(offsets.partition(event))
                        .number(offsets.offset(event))
                        .text(StoredEvent.attributes(event))
                        .bytes(event.data())
                        .text(row.searchable())
                        .endRow();
            }
            table.finish();
        }
    }

    static void insertStandings(Connection connection, List<StandingRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (CopyTableWriter table = new CopyTableWriter(connection, "trail_standing", STANDING)) {
            for (StandingRow row : rows) {
                EditorialStatus status = row.status();
                table.text(row.negotiation())
                        .uuid(row.developmentId())
                        .number(row.since())
                        .text(status.standing().name())
                        .flag(status.disputed())
                        .flag(status.held())
                        .text(status.heldUntil())
                        .uuid(status.correctedBy())
                        .text(status.evidence())
                        .uuid(status.chain() == null ? null : status.chain().top());
                if (status.chain() == null) {
                    table.none();
                } else {
                    table.flag(status.chain().opposite());
                }
                table.endRow();
            }
            table.finish();
        }
    }
}
