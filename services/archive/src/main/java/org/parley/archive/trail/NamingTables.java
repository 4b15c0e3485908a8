package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.CopyTable;
import org.parley.history.Entry;

/** Writes the names of parties and the titles of matters that a batch changes. */
final class NamingTables {
    private static final List<String> PARTY =
            List.of("negotiation", "party", "first_id", "position", "since", "name", "start", "words");

    private static final List<String> MATTER =
            List.of("negotiation", "kind", "matter", "first_id", "position", "since", "title", "start", "words");

    private final List<Row> parties = new ArrayList<>();
    private final List<Row> matters = new ArrayList<>();

    /** The name assigned by a development from a position on; null from where it no longer assigns one. */
    private record Row(
            Entry first,
            long since,
            String called,
            @Nullable String name,
            @Nullable Instant start) {}

    /**
     * Adds a row for each assignment that an entry changes.
     *
     * @param first the root development of the entry
     * @param since the position of the entry
     */
    void change(Entry first, long since, Naming before, Naming after) {
        if (before.equals(after)) {
            return;
        }
        if (after.title() != null || before.title() != null) {
            matters.add(new Row(first, since, first.matter().slug(), after.title(), after.start()));
        }
        if (before.party() != null && !before.party().equals(after.party())) {
            parties.add(new Row(first, since, before.party(), null, null));
        }
        if (after.party() != null) {
            parties.add(new Row(first, since, after.party(), Objects.requireNonNull(after.name()), after.start()));
        }
    }

    void store(Connection connection) throws SQLException {
        if (!parties.isEmpty()) {
            try (CopyTable table = new CopyTable(connection, "trail_party", PARTY)) {
                for (Row row : parties) {
                    table.text(row.first.matter().negotiation()).text(row.called);
                    write(table, row);
                }
                table.end();
            }
        }
        if (!matters.isEmpty()) {
            try (CopyTable table = new CopyTable(connection, "trail_matter", MATTER)) {
                for (Row row : matters) {
                    table.text(row.first.matter().negotiation())
                            .text(row.first.matter().kind().slug())
                            .text(row.called);
                    write(table, row);
                }
                table.end();
            }
        }
    }

    private static void write(CopyTable table, Row row) throws SQLException {
        table.uuid(row.first.developmentId())
                .number(row.first.position())
                .number(row.since)
                .text(row.name)
                .time(row.start)
                .text(row.name == null ? null : SearchWords.of(row.name))
                .next();
    }
}
