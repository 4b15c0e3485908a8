package org.parley.archive.state.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.state.projection.MatterStateRow;
import org.parley.archive.state.projection.StateTables;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.contract.state.MatterStateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the tables of the state projection for queries. */
public final class StateRepository {
    /** The fetch size: the events in memory at a time, apart from the history that they are folded into. */
    private static final int FETCH = 1_000;

    private static final String KNOWN_THEN = """
            left join lateral (select e.position, e.recorded_at from archive.state_event e
                where e.negotiation = t.negotiation and e.recorded_at <= :by and e.%s
                order by e.recorded_at desc, e.position desc limit 1) k on true""".formatted(StoredEvent.ENDS_GROUP);

    /**
     * Read through JSON, because the tables of the former version, which answer during a rebuild, do not have the
     * column.
     */
    private static final String LATEST_START = "(to_jsonb(t) ->> 'latest_start')::timestamptz as latest_start";

    private final JdbcClient database;
    private final TransactionTemplate reading;

    public StateRepository(DataSource source) {
        this.database = JdbcClient.create(source);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(source));
        this.reading.setReadOnly(true);
    }

    /** What is known of a negotiation now; empty if it does not exist. */
    Optional<KnownPrefix> known(String negotiation) {
        return database.sql("""
                        select negotiation, through, recorded_at, %s
                        from archive.negotiation_through t where negotiation = :negotiation and through > 0""".formatted(LATEST_START))
                .param("negotiation", negotiation)
                .query((row, n) -> known(row))
                .optional();
    }

    /** What was known of a negotiation at an instant; within a group of entries, before the group. */
    KnownPrefix known(String negotiation, Instant by) {
        return database.sql("""
                        select negotiation, position as through, recorded_at, null::timestamptz as latest_start
                        from archive.state_event
                        where negotiation = :negotiation and recorded_at <= :by and %s
                        order by recorded_at desc, position desc limit 1""".formatted(StoredEvent.ENDS_GROUP))
                .param("negotiation", negotiation)
                .param("by", Timestamps.of(by))
                .query((row, n) -> known(row))
                .optional()
                .orElseGet(() -> new KnownPrefix(negotiation, 0, null, null));
    }

    private static KnownPrefix known(ResultSet row) throws SQLException {
        return new KnownPrefix(
                row.getString("negotiation"),
                row.getLong("through"),
                Timestamps.read(row, "recorded_at"),
                Timestamps.read(row, "latest_start"));
    }

    /**
     * The instants at which something was recorded of a negotiation, in order; of a group the last.
     *
     * @param matter only of this matter; null for all
     * @param after only later instants; null for all
     */
    List<Instant> recorded(String negotiation, @Nullable MatterAddress matter, @Nullable Instant after, int limit) {
        String one = matter == null ? "" : "and kind = :kind and matter = :matter";
        JdbcClient.StatementSpec select = database.sql("""
                        select distinct recorded_at from archive.state_event
                        where negotiation = :negotiation and (:after::timestamptz is null or recorded_at > :after) %s
                        and %s
                        order by recorded_at limit :limit""".formatted(one, StoredEvent.ENDS_GROUP))
                .param("negotiation", negotiation)
                .param("after", Timestamps.ofNullable(after), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit);
        JdbcClient.StatementSpec narrowed = matter == null
                ? select
                : select.param("kind", matter.kind().slug()).param("matter", matter.slug());
        return narrowed.query((row, n) -> Timestamps.require(row, "recorded_at"))
                .list();
    }

    /**
     * The latest state of a negotiation itself, with what was known of it.
     *
     * @param known what was known at the queried instant @param latest what is known now
     * @param row the latest state; null without one
     */
    record StoredState(
            KnownPrefix known, KnownPrefix latest, @Nullable MatterStateRow row) {
        String negotiation() {
            return known.negotiation();
        }

        Instant asOf(TemporalPoint when) {
            return when.asOf(latest.completeFrom());
        }

        Instant knownAt(TemporalPoint when) {
            return when.knownAt(latest.recordedAt());
        }

        /** Whether the latest state is also the state at the queried instants. */
        boolean isValidAt(TemporalPoint when) {
            return row == null || row.isValidAt(known.through(), asOf(when));
        }

        List<MatterState> states() {
            return row == null || row.state() == null ? List.of() : List.of(MatterStateJson.read(row.state()));
        }
    }

    /**
     * A selection of negotiations.
     *
     * @param knownAt the instant of {@link StoredState#known}; null for now
     */
    List<StoredState> negotiations(NegotiationSelection selection, int limit, @Nullable Instant knownAt) {
        return database.sql("""
                        select t.negotiation, t.through as last_through, t.recorded_at as last_recorded, %s, m.kind,
                        m.matter, m.version, m.last_position, m.state, m.holds_from, %s
                        from (select * from archive.negotiation_through %s) t
                        left join archive.matter_state m
                            on m.negotiation = t.negotiation and m.kind = :kind and m.matter = t.negotiation
                        %s
                        order by %s""".formatted(
                                LATEST_START,
                                knownAt == null
                                        ? "t.through, t.recorded_at"
                                        : "coalesce(k.position, 0) as through, k.recorded_at",
                                selection.rows(),
                                knownAt == null ? "" : KNOWN_THEN,
                                selection.order()))
                .params(selection.parameters())
                .param("limit", limit)
                .param("kind", MatterKind.NEGOTIATION.slug())
                .params(knownAt == null ? Map.of() : Map.of("by", Timestamps.of(knownAt)))
                .query((row, n) -> new StoredState(
                        known(row),
                        new KnownPrefix(
                                row.getString("negotiation"),
                                row.getLong("last_through"),
                                Timestamps.require(row, "last_recorded"),
                                Timestamps.read(row, "latest_start")),
                        row.getString("kind") == null ? null : StateTables.row(row)))
                .list();
    }

    /**
     * Passes the known entries of the negotiations themselves to a consumer, one negotiation after the other, in the
     * order recorded.
     */
    void ownEntries(List<KnownPrefix> negotiations, Consumer<LedgerEntry> reader) {
        if (negotiations.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec select = database.sql("""
                        select e.attributes, e.data
                        from unnest(:negotiations::text[], :throughs::bigint[]) as n (negotiation, through)
                        join archive.state_event e on e.negotiation = n.negotiation and e.kind = :kind
                            and e.matter = n.negotiation and e.position <= n.through
                        order by e.negotiation, e.position""")
                .withFetchSize(FETCH)
                .param(
                        "negotiations",
                        negotiations.stream().map(KnownPrefix::negotiation).toArray(String[]::new))
                .param(
                        "throughs",
                        negotiations.stream().map(KnownPrefix::through).toArray(Long[]::new))
                .param("kind", MatterKind.NEGOTIATION.slug());
        read(select, reader);
    }

    /**
     * The matters of which something was recorded after the earlier prefix, until the later one.
     *
     * @param one a prefix of the negotiation's trail
     * @param other another prefix of it, earlier or later
     */
    List<MatterAddress> mattersRecordedBetween(KnownPrefix one, KnownPrefix other) {
        return database.sql("""
                        select distinct kind, matter from archive.state_event
                        where negotiation = :negotiation and position > :after and position <= :through""")
                .param("negotiation", one.negotiation())
                .param("after", Math.min(one.through(), other.through()))
                .param("through", Math.max(one.through(), other.through()))
                .query((row, n) -> matter(one.negotiation(), row))
                .list();
    }

    /**
     * The matters whose state may differ between two instants of valid time, and perhaps others: those of which
     * something begins or becomes certain in between, and the negotiation itself, in which what has no date applies from
     * its opening.
     *
     * @param known what is known at both instants
     */
    List<MatterAddress> mattersAffectedBetween(KnownPrefix known, Instant from, Instant to) {
        return database.sql("""
                        select kind, matter from archive.state_event
                        where negotiation = :negotiation and high >= :from and low <= :to and position <= :through
                        union select :kind, :negotiation""")
                .param("negotiation", known.negotiation())
                .param("from", Timestamps.of(from))
                .param("to", Timestamps.of(to))
                .param("through", known.through())
                .param("kind", MatterKind.NEGOTIATION.slug())
                .query((row, n) -> matter(known.negotiation(), row))
                .list();
    }

    private static MatterAddress matter(String negotiation, ResultSet row) throws SQLException {
        return new MatterAddress(
                negotiation, MatterKind.ofSlug(row.getString("kind")).orElseThrow(), row.getString("matter"));
    }

    private void read(JdbcClient.StatementSpec select, Consumer<LedgerEntry> reader) {
        reading.executeWithoutResult(transaction -> select.query(
                (ResultSet row) -> reader.accept(StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                        .entry())));
    }

    /** Passes the known entries of a matter to a consumer, in the order recorded. */
    void entries(KnownPrefix known, MatterAddress matter, Consumer<LedgerEntry> reader) {
        JdbcClient.StatementSpec select = database.sql("""
                        select attributes, data from archive.state_event
                        where negotiation = :negotiation and position <= :through and kind = :kind and matter = :matter
                        order by position""")
                .withFetchSize(FETCH)
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .param("kind", matter.kind().slug())
                .param("matter", matter.slug());
        read(select, reader);
    }

    /**
     * Passes the known entries of some matters to a consumer, one matter after the other, in the order recorded.
     */
    void entries(KnownPrefix known, Collection<MatterAddress> matters, Consumer<LedgerEntry> reader) {
        JdbcClient.StatementSpec select = database.sql("""
                        select e.attributes, e.data
                        from unnest(:kinds::text[], :matters::text[]) as m (kind, matter)
                        join archive.state_event e on e.negotiation = :negotiation and e.kind = m.kind
                            and e.matter = m.matter and e.position <= :through
                        order by e.kind, e.matter, e.position""")
                .withFetchSize(FETCH)
                .param("negotiation", known.negotiation())
                .param(
                        "kinds",
                        matters.stream().map(matter -> matter.kind().slug()).toArray(String[]::new))
                .param("matters", matters.stream().map(MatterAddress::slug).toArray(String[]::new))
                .param("through", known.through());
        read(select, reader);
    }
}
