package org.parley.archive.trail.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.CopyTableWriter;
import org.parley.archive.trail.search.SearchWords;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;

/** Writes the names of parties and the titles of matters that a batch changes. */
final class NameTables {
    private static final List<String> PARTY =
            List.of("negotiation", "party", "first_id", "position", "since", "name", "start", "words");

    private static final List<String> MATTER =
            List.of("negotiation", "kind", "matter", "first_id", "position", "since", "title", "start", "words");

    private final List<Row> parties = new ArrayList<>();
    private final List<Row> matters = new ArrayList<>();

    /** The first development of the batch of each matter that does not give it a title. */
    private final Map<MatterAddress, LedgerEntry> untitled = new LinkedHashMap<>();

    /** The name that a development assigns from a position on; null if it no longer assigns one. */
    private record Row(
            LedgerEntry first,
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
    void add(LedgerEntry first, long since, NameAssignment before, NameAssignment after) {
        if (first.position() == since && after.title() == null) {
            untitled.putIfAbsent(first.matter(), first);
        }
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
        beginUntitled(connection);
        if (!parties.isEmpty()) {
            try (CopyTableWriter table = new CopyTableWriter(connection, "trail_party", PARTY)) {
                for (Row row : parties) {
                    table.text(row.first.matter().negotiation()).text(row.called);
                    write(table, row);
                }
                table.finish();
            }
        }
        if (!matters.isEmpty()) {
            try (CopyTableWriter table = new CopyTableWriter(connection, "trail_matter", MATTER)) {
                for (Row row : matters) {
                    table.text(row.first.matter().negotiation())
                            .text(row.first.matter().kind().slug())
                            .text(row.called);
                    write(table, row);
                }
                table.finish();
            }
        }
    }

    /** A matter that begins without a title has a row too, so that it is found by its slug. */
    private void beginUntitled(Connection connection) throws SQLException {
        matters.forEach(row -> {
            LedgerEntry begun = untitled.get(row.first.matter());
            if (begun != null && row.since < begun.position()) {
                untitled.remove(row.first.matter());
            }
        });
        if (untitled.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct negotiation, kind, matter from trail_matter
                where (negotiation, kind, matter) in (select * from unnest(?::text[], ?::text[], ?::text[]))""")) {
            List<MatterAddress> asked = List.copyOf(untitled.keySet());
            select.setArray(1, texts(connection, asked.stream().map(MatterAddress::negotiation)));
            select.setArray(2, texts(connection, asked.stream().map(matter -> matter.kind()
                    .slug())));
            select.setArray(3, texts(connection, asked.stream().map(MatterAddress::slug)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    untitled.remove(new MatterAddress(
                            row.getString(1),
                            MatterKind.ofSlug(row.getString(2)).orElseThrow(),
                            row.getString(3)));
                }
            }
        }
        untitled.forEach((matter, first) -> matters.add(new Row(first, first.position(), matter.slug(), null, null)));
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static void write(CopyTableWriter table, Row row) throws SQLException {
        table.uuid(row.first.developmentId())
                .number(row.first.position())
                .number(row.since)
                .text(row.name)
                .time(row.start)
                .text(SearchWords.of(row.name == null ? row.called : row.name))
                .endRow();
    }
}
