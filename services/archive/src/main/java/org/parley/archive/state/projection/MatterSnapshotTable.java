package org.parley.archive.state.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.parley.archive.state.projection.MatterSnapshotRow.Invalidation;
import org.parley.archive.store.CopyTableWriter;
import org.parley.archive.store.Timestamps;

/** Writes snapshots, within the transaction of a batch. */
final class MatterSnapshotTable {
    private static final List<String> COLUMNS =
            List.of("negotiation", "kind", "matter", "position", "start", "state", "dead_from");

    private MatterSnapshotTable() {}

    /** Marks the stored snapshots that these entries invalidate, from their position on. */
    static void invalidate(Connection connection, List<Invalidation> disturbances) throws SQLException {
        if (disturbances.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update state_milestone set dead_from = ?
                where negotiation = ? and kind = ? and matter = ? and dead_from is null
                and (start > ?::timestamptz or (? and start = ?::timestamptz))""")) {
            for (Invalidation each : disturbances) {
                String low = Timestamps.textOrInfinity(each.interval().from());
                update.setLong(1, each.position());
                update.setString(2, each.matter().negotiation());
                update.setString(3, each.matter().kind().slug());
                update.setString(4, each.matter().slug());
                update.setString(5, low);
                update.setBoolean(6, each.interval().editorial());
                update.setString(7, low);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static void insert(Connection connection, List<MatterSnapshotRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (CopyTableWriter table = new CopyTableWriter(connection, "state_milestone", COLUMNS)) {
            for (MatterSnapshotRow row : rows) {
                table.text(row.matter().negotiation())
                        .text(row.matter().kind().slug())
                        .text(row.matter().slug())
                        .number(row.position())
                        .timeOrInfinity(row.start())
                        .text(row.state());
                if (row.invalidFrom() == null) {
                    table.none();
                } else {
                    table.number(row.invalidFrom());
                }
                table.endRow();
            }
            table.finish();
        }
    }
}
