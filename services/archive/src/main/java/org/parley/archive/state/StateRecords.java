package org.parley.archive.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.history.Entry;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the tables of the state, to answer questions. */
final class StateRecords {
    /** How many events are held in memory at a time, apart from the history that they are folded into. */
    private static final int FETCH = 1_000;

    private final JdbcClient database;
    private final TransactionTemplate reading;

    StateRecords(DataSource source) {
        this.database = JdbcClient.create(source);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(source));
        this.reading.setReadOnly(true);
    }

    /** How much is known of a negotiation now; empty when there is no such negotiation. */
    Optional<Known> known(String negotiation) {
        return database.sql("""
                        select negotiation, through, recorded_at from archive.negotiation_through
                        where negotiation = :negotiation""")
                .param("negotiation", negotiation)
                .query((row, n) -> known(row))
                .optional();
    }

    /** How much was known of a negotiation at an instant. */
    Known known(String negotiation, Instant by) {
        return database.sql("""
                        select negotiation, position as through, recorded_at from archive.state_event
                        where negotiation = :negotiation and recorded_at <= :by
                        order by recorded_at desc, position desc limit 1""")
                .param("negotiation", negotiation)
                .param("by", Timestamps.of(by))
                .query((row, n) -> known(row))
                .optional()
                .orElseGet(() -> new Known(negotiation, 0, null));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("negotiation"), row.getLong("through"), Timestamps.read(row, "recorded_at"));
    }

    /**
     * The instants at which something was recorded of a negotiation, in order.
     *
     * @param matter only of this one; null is all
     * @param after only later ones; null is all
     */
    List<Instant> recorded(String negotiation, @Nullable MatterAddress matter, @Nullable Instant after, int limit) {
        String one = matter == null ? "" : "and kind = :kind and matter = :matter";
        JdbcClient.StatementSpec select = database.sql("""
                        select distinct recorded_at from archive.state_event
                        where negotiation = :negotiation and (:after::timestamptz is null or recorded_at > :after) %s
                        order by recorded_at limit :limit""".formatted(one))
                .param("negotiation", negotiation)
                .param("after", Timestamps.ofNullable(after), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit);
        JdbcClient.StatementSpec narrowed = matter == null
                ? select
                : select.param("kind", matter.kind().slug()).param("matter", matter.slug());
        return narrowed.query((row, n) -> Timestamps.require(row, "recorded_at"))
                .list();
    }

    List<String> negotiations() {
        return database.sql("select negotiation from archive.negotiation_through")
                .query(String.class)
                .list();
    }

    /** Where the matters of negotiations stand, all of them as of one moment. */
    record Stored(Known known, List<StateRow> rows) {}

    /** Of every negotiation itself, without its matters. */
    List<Stored> storedNegotiations() {
        Map<String, Stored> byNegotiation = new LinkedHashMap<>();
        database.sql("""
                        select t.negotiation, t.through, t.recorded_at, m.kind, m.matter, m.version, m.last_position, m.state,
                        m.holds_from, m.holds_until
                        from archive.negotiation_through t
                        left join archive.matter_state m on m.negotiation = t.negotiation and m.kind = :kind
                        order by t.negotiation""").param("kind", Kind.NEGOTIATION.slug()).query((ResultSet row) -> {
            Known known = known(row);
            Stored stored =
                    byNegotiation.computeIfAbsent(known.negotiation(), n -> new Stored(known, new ArrayList<>()));
            if (row.getString("kind") != null) {
                stored.rows().add(StateTables.row(row));
            }
        });
        return List.copyOf(byNegotiation.values());
    }

    /** Reads what was recorded of a matter as far as known, in the order recorded. */
    void entries(Known known, MatterAddress matter, Consumer<Entry> reader) {
        JdbcClient.StatementSpec select = database.sql("""
                        select attributes, data from archive.state_event
                        where negotiation = :negotiation and position <= :through and kind = :kind and matter = :matter
                        order by position""")
                .withFetchSize(FETCH)
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .param("kind", matter.kind().slug())
                .param("matter", matter.slug());
        reading.executeWithoutResult(transaction -> select.query((ResultSet row) -> reader.accept(
                StoredEvent.read(row.getString(1), row.getBytes(2)).entry())));
    }
}
