package org.parley.archive.state.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.state.projection.MatterStateRow;
import org.parley.archive.state.projection.StateTables;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.store.Timestamps;
import org.parley.contract.state.MatterStateJson;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.MatterSnapshot;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the states of matters at any two instants, at a cost that hardly depends on the length of their histories: the
 * latest state if it applies, otherwise the last applicable snapshot, onto which the later entries are folded.
 */
public final class MatterStateReader {
    private static final int FETCH = 1_000;

    private final JdbcClient database;
    private final TransactionTemplate reading;

    public MatterStateReader(DataSource source) {
        this.database = JdbcClient.create(source);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(source));
        this.reading.setReadOnly(true);
    }

    private static final String STORED = """
            select negotiation, kind, matter, version, last_position, state, holds_from
            from archive.matter_state where negotiation = :negotiation""";

    private static final String STORED_OF = STORED + """

            and (kind, matter) in (select * from unnest(:kinds::text[], :matters::text[]))""";

    /** The states of all matters of a negotiation that existed as of an instant, as far as known. */
    List<MatterState> states(KnownPrefix known, Instant asOf) {
        return states(known, asOf, database.sql(STORED));
    }

    /** The states of those of these matters that existed, in no particular order. */
    List<MatterState> states(KnownPrefix known, Instant asOf, Collection<MatterAddress> matters) {
        return states(
                known,
                asOf,
                database.sql(STORED_OF)
                        .param("kinds", texts(matters.stream().map(matter -> matter.kind()
                                .slug())))
                        .param("matters", texts(matters.stream().map(MatterAddress::slug))));
    }

    private List<MatterState> states(KnownPrefix known, Instant asOf, JdbcClient.StatementSpec select) {
        List<MatterState> states = new ArrayList<>();
        List<MatterAddress> others = new ArrayList<>();
        select.param("negotiation", known.negotiation()).query((ResultSet row) -> {
            MatterStateRow stored = StateTables.row(row);
            if (!stored.isValidAt(known.through(), asOf)) {
                others.add(stored.matter());
            } else if (stored.state() != null) {
                states.add(MatterStateJson.read(stored.state()));
            }
        });
        if (!others.isEmpty()) {
            folded(known, others, asOf, states::add);
        }
        return states;
    }

    /**
     * The states of the matters whose latest state, or one of whose entries, contains a text: all that may refer to a
     * matter of this slug, and perhaps others.
     */
    List<MatterState> statesWith(KnownPrefix known, Instant asOf, String text) {
        List<MatterState> states = new ArrayList<>();
        List<MatterAddress> others = new ArrayList<>();
        database.sql("""
                        select negotiation, kind, matter, version, last_position, state, holds_from
                        from archive.matter_state m where negotiation = :negotiation
                        and (last_position <= :through and :asOf >= coalesce(holds_from, '-infinity')
                            and position(:text in state) > 0
                            or not (last_position <= :through and :asOf >= coalesce(holds_from, '-infinity'))
                            and exists (select from archive.state_event e where e.negotiation = m.negotiation
                                and e.kind = m.kind and e.matter = m.matter
                                and position(convert_to(:text, 'UTF8') in e.data) > 0))""")
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .param("asOf", Timestamps.of(asOf))
                .param("text", text)
                .query((ResultSet row) -> {
                    MatterStateRow stored = StateTables.row(row);
                    if (!stored.isValidAt(known.through(), asOf)) {
                        others.add(stored.matter());
                    } else if (stored.state() != null) {
                        states.add(MatterStateJson.read(stored.state()));
                    }
                });
        if (!others.isEmpty()) {
            folded(known, others, asOf, states::add);
        }
        return states;
    }

    private void folded(KnownPrefix known, List<MatterAddress> matters, Instant asOf, Consumer<MatterState> found) {
        Map<MatterAddress, MatterSnapshot> snapshots = snapshots(known, matters, asOf);
        Map<MatterAddress, List<LedgerEntry>> rest = new HashMap<>();
        rest(known, matters, snapshots, asOf, entry -> rest.computeIfAbsent(entry.matter(), m -> new ArrayList<>())
                .add(entry));
        for (MatterAddress matter : matters) {
            MatterSnapshot from = snapshots.getOrDefault(matter, MatterSnapshot.EMPTY);
            Optional<MatterState> state = from.state(matter, rest.getOrDefault(matter, List.of()), asOf);
            state.ifPresent(found);
        }
    }

    /** The last applicable snapshot of each matter that has one. */
    private Map<MatterAddress, MatterSnapshot> snapshots(KnownPrefix known, List<MatterAddress> matters, Instant asOf) {
        Map<MatterAddress, MatterSnapshot> found = new HashMap<>();
        database.sql("""
                        select m.kind, m.matter, s.position, nullif(s.start, '-infinity') as start, s.state
                        from unnest(:kinds::text[], :matters::text[]) as m (kind, matter)
                        join lateral (
                            select * from archive.state_milestone s
                            where s.negotiation = :negotiation and s.kind = m.kind and s.matter = m.matter
                            and s.position <= :through and s.start <= :asOf
                            and (s.dead_from is null or s.dead_from > :through)
                            order by s.start desc, s.position desc limit 1) as s on true""")
                .param("kinds", texts(matters.stream().map(matter -> matter.kind()
                        .slug())))
                .param("matters", texts(matters.stream().map(MatterAddress::slug)))
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .param("asOf", Timestamps.of(asOf))
                .query((ResultSet row) -> {
                    Instant start = Timestamps.read(row, "start");
                    found.put(
                            address(known, row),
                            new MatterSnapshot(
                                    row.getLong("position"),
                                    start == null ? Instant.MIN : start,
                                    MatterStateJson.read(row.getString("state"))));
                });
        return found;
    }

    /**
     * Reads all entries about developments that are not in the snapshot and may have begun. This takes two queries,
     * each with only one sensible plan, so that it does not depend on the statistics of the tables.
     */
    private void rest(
            KnownPrefix known,
            List<MatterAddress> matters,
            Map<MatterAddress, MatterSnapshot> snapshots,
            Instant asOf,
            Consumer<LedgerEntry> reader) {
        Long[] firsts = firsts(known, matters, snapshots, asOf);
        JdbcClient.StatementSpec select = database.sql("""
                        select attributes, data from archive.state_event
                        where negotiation = :negotiation and first_position = any (:firsts) and position <= :through
                        order by position""")
                .withFetchSize(FETCH)
                .param("negotiation", known.negotiation())
                .param("firsts", firsts)
                .param("through", known.through());
        reading.executeWithoutResult(transaction -> select.query((ResultSet row) -> reader.accept(
                StoredEvent.read(row.getString(1), row.getBytes(2)).entry())));
    }

    /** The positions of these developments. */
    private Long[] firsts(
            KnownPrefix known,
            List<MatterAddress> matters,
            Map<MatterAddress, MatterSnapshot> snapshots,
            Instant asOf) {
        return database.sql("""
                        select account.first_position
                        from unnest(:kinds::text[], :matters::text[], :starts::timestamptz[], :ends::timestamptz[])
                            as m (kind, matter, start, until)
                        join lateral (
                            select f.first_position from archive.state_event f
                            where f.negotiation = :negotiation and f.kind = m.kind and f.matter = m.matter
                            and not f.editorial and f.low between m.start and m.until and f.position <= :through
                            union
                            select f.first_position from archive.state_event f
                            where f.negotiation = :negotiation and f.kind = m.kind and f.matter = m.matter
                            and f.editorial and f.high >= m.start and f.low <= m.until and f.position <= :through
                        ) as account on true""")
                .param("kinds", texts(matters.stream().map(matter -> matter.kind()
                        .slug())))
                .param("matters", texts(matters.stream().map(MatterAddress::slug)))
                .param(
                        "starts",
                        texts(matters.stream()
                                .map(matter -> snapshots
                                        .getOrDefault(matter, MatterSnapshot.EMPTY)
                                        .start())
                                .map(Timestamps::textOrInfinity)))
                .param("ends", texts(matters.stream().map(matter -> end(matter, asOf))))
                .param("negotiation", known.negotiation())
                .param("through", known.through())
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /**
     * In the history of the negotiation itself a development without a date applies from the opening, so the opening
     * must be included.
     */
    private static String end(MatterAddress matter, Instant asOf) {
        return matter.kind() == MatterKind.NEGOTIATION ? "infinity" : Timestamps.textOrInfinity(asOf);
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static MatterAddress address(KnownPrefix known, ResultSet row) throws SQLException {
        return new MatterAddress(
                known.negotiation(), MatterKind.ofSlug(row.getString("kind")).orElseThrow(), row.getString("matter"));
    }
}
