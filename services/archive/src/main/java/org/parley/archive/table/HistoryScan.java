package org.parley.archive.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the histories of all matters of a negotiation, one after the other. It reads in batches, so that neither a slow
 * client holds a connection nor a long trail fills the memory: one history and one batch are in memory at a time.
 */
final class HistoryScan {
    /** The number of events of a batch. */
    private static final int BATCH = 1_000;

    private final JdbcClient database;

    HistoryScan(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    /** Where a batch ends. */
    private record Place(String kind, String matter, long position) {
        static final Place START = new Place("", "", 0);
    }

    private record StoredEntry(Place place, LedgerEntry entry) {
        static StoredEntry of(ResultSet row) throws SQLException {
            return new StoredEntry(
                    new Place(row.getString("kind"), row.getString("matter"), row.getLong("position")),
                    StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                            .entry());
        }
    }

    /** Passes the known history of every matter, the negotiation's own included, to a consumer, by kind and slug. */
    void forEach(KnownPrefix known, Consumer<RecordedHistory> reader) {
        RecordedHistory current = null;
        Place reached = Place.START;
        List<StoredEntry> batch;
        do {
            batch = batch(known, reached);
            for (StoredEntry each : batch) {
                if (current == null || !current.address().equals(each.entry().matter())) {
                    pass(current, reader);
                    current = new RecordedHistory(each.entry().matter());
                }
                current.record(each.entry());
                reached = each.place();
            }
        } while (batch.size() == BATCH);
        pass(current, reader);
    }

    private static void pass(@Nullable RecordedHistory history, Consumer<RecordedHistory> reader) {
        if (history != null) {
            reader.accept(history);
        }
    }

    private List<StoredEntry> batch(KnownPrefix known, Place after) {
        return database.sql("""
                        select kind, matter, position, attributes, data from archive.state_event
                        where negotiation = :negotiation and position <= :through
                        and (kind, matter, position) > (:kind, :matter, :position)
                        order by kind, matter, position limit :limit""")
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .param("kind", after.kind())
                .param("matter", after.matter())
                .param("position", after.position())
                .param("limit", BATCH)
                .query((row, n) -> StoredEntry.of(row))
                .list();
    }

    /** The number of matters of a negotiation that were ever recorded, the negotiation itself included. */
    long matterCount(String negotiation) {
        return database.sql("select count(*) from archive.matter_state where negotiation = :negotiation")
                .param("negotiation", negotiation)
                .query(Long.class)
                .single();
    }

    /** The first known instant at which a development of a negotiation may have happened; empty without a date. */
    Optional<Instant> firstStart(KnownPrefix known) {
        return database.sql("""
                        select min(low) as low from archive.state_event
                        where negotiation = :negotiation and position <= :through and low > '-infinity'""")
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .query((row, n) -> Optional.ofNullable(Timestamps.read(row, "low")))
                .single();
    }
}
