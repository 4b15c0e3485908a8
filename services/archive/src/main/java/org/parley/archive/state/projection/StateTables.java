package org.parley.archive.state.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.CopyTableWriter;
import org.parley.archive.store.MemoryUse;
import org.parley.archive.store.StorableText;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.contract.PublishedEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;

/** Reads and writes the tables of the state projection, within the transaction of a batch. */
public final class StateTables {
    /** The number of rows in memory at a time. */
    private static final int FETCH = 1_000;

    private static final List<String> EVENT = List.of(
            "negotiation",
            "position",
            "kind",
            "matter",
            "recorded_at",
            "first_position",
            "low",
            "high",
            "editorial",
            "attributes",
            "data");

    private StateTables() {}

    /** The latest states of these matters; matters without a row are missing. */
    static Map<MatterAddress, MatterStateRow> rows(Connection connection, Collection<MatterAddress> matters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select negotiation, kind, matter, version, last_position, state, holds_from
                from matter_state
                where (negotiation, kind, matter) in (select * from unnest(?::text[], ?::text[], ?::text[]))""")) {
            setTexts(select, 1, matters, MatterAddress::negotiation);
            setTexts(select, 2, matters, matter -> matter.kind().slug());
            setTexts(select, 3, matters, MatterAddress::slug);
            Map<MatterAddress, MatterStateRow> rows = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MatterStateRow read = row(row);
                    rows.put(read.matter(), read);
                }
            }
            return rows;
        }
    }

    /** Maps a row with these columns, from the tables that are written or from those that answer queries. */
    public static MatterStateRow row(ResultSet row) throws SQLException {
        MatterKind kind = MatterKind.ofSlug(row.getString("kind")).orElseThrow();
        Instant from = Timestamps.read(row, "holds_from");
        return new MatterStateRow(
                new MatterAddress(row.getString("negotiation"), kind, row.getString("matter")),
                row.getLong("version"),
                row.getLong("last_position"),
                row.getString("state"),
                from == null ? Instant.MIN : from);
    }

    private static <T> void setTexts(
            PreparedStatement statement, int index, Collection<T> values, Function<T, @Nullable String> text)
            throws SQLException {
        Object[] texts = values.stream().map(text).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    }

    /**
     * Passes all stored entries of a matter to a consumer, in the order recorded.
     *
     * @return the estimated memory of the entries, in bytes
     */
    static long entries(Connection connection, MatterAddress matter, Consumer<LedgerEntry> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select attributes, data from state_event
                where negotiation = ? and kind = ? and matter = ? order by position""")) {
            select.setString(1, matter.negotiation());
            select.setString(2, matter.kind().slug());
            select.setString(3, matter.slug());
            select.setFetchSize(FETCH);
            long bytes = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] data = row.getBytes(2);
                    reader.accept(StoredEvent.read(row.getString(1), data).entry());
                    bytes += MemoryUse.ofEntry(data.length);
                }
            }
            return bytes;
        }
    }

    static void insertEvents(Connection connection, List<StateEventRow> rows) throws SQLException {
        try (CopyTableWriter table = new CopyTableWriter(connection, "state_event", EVENT)) {
            for (StateEventRow row : rows) {
                PublishedEvent event = row.event();
                table.text(event.subject().negotiation())
                        .number(event.position())
                        .text(event.subject().kind().slug())
                        .text(event.subject().slug())
                        .time(event.recordedAt())
                        .number(row.interval().firstPosition())
                        .timeOrInfinity(row.interval().from())
                        .timeOrInfinity(row.interval().settledFrom())
                        .flag(row.interval().editorial())
                        .text(StoredEvent.attributes(event))
                        .bytes(event.data())
                        .endRow();
            }
            table.finish();
        }
    }

    static void writeStates(Connection connection, List<MatterStateRow> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into matter_state
                (negotiation, kind, matter, version, last_position, state, holds_from)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                ?::timestamptz[])
                on conflict (negotiation, kind, matter) do update set version = excluded.version,
                last_position = excluded.last_position, state = excluded.state, holds_from = excluded.holds_from""")) {
            setTexts(upsert, 1, rows, row -> row.matter().negotiation());
            setTexts(upsert, 2, rows, row -> row.matter().kind().slug());
            setTexts(upsert, 3, rows, row -> row.matter().slug());
            setTexts(upsert, 4, rows, row -> Long.toString(row.version()));
            setTexts(upsert, 5, rows, row -> Long.toString(row.lastPosition()));
            setTexts(upsert, 6, rows, row -> row.state() == null ? null : StorableText.of(row.state()));
            setTexts(upsert, 7, rows, row -> Timestamps.text(row.validFrom()));
            upsert.executeUpdate();
        }
    }

    /** Writes how far trails are applied; a trail of which only a part of the first group is, as through 0. */
    static void writeEnds(Connection connection, Collection<TrailEnd> ends) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into negotiation_through as t (negotiation, through, recorded_at, latest_start)
                values (?, ?, ?, ?::timestamptz)
                on conflict (negotiation) do update set through = greatest(t.through, excluded.through),
                recorded_at = case when excluded.through > 0 then excluded.recorded_at else t.recorded_at end,
                latest_start = greatest(t.latest_start, excluded.latest_start)""")) {
            for (TrailEnd end : ends) {
                upsert.setString(1, end.negotiation());
                upsert.setLong(2, end.through());
                upsert.setObject(3, Timestamps.of(end.recordedAt()));
                upsert.setString(4, Timestamps.text(end.latestStart()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
