package org.parley.ledger.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.time.Edtf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code embargo_end}: when embargoes end that have an end date. */
public final class EmbargoEndTable {
    private final JdbcClient jdbc;

    public EmbargoEndTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The embargoes that have ended, earliest first.
     *
     * @param now the current time (UTC)
     * @param limit the maximum number
     */
    public List<EmbargoEnd> due(Instant now, int limit) {
        return jdbc.sql("select target, imposed_by, negotiation from ledger.embargo_end"
                        + " where due <= ? order by due, target limit ?")
                .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), limit)
                .query(EmbargoEnd.class)
                .list();
    }

    /** Deletes the end of an embargo that no longer exists. */
    public void forget(EmbargoEnd end) {
        jdbc.sql("delete from ledger.embargo_end where target = ? and imposed_by = ?")
                .params(end.target(), end.imposedBy())
                .update();
    }

    /** Whether {@link #update} has to be called for a development. */
    static boolean isAffectedBy(Development development) {
        return development.event() instanceof DevelopmentHeld
                || development.event() instanceof DevelopmentReleased
                || development.embargo() != null;
    }

    /** Updates the table for a recorded event, in the same transaction. */
    void update(EventMetadata metadata, Development development) {
        UUID id = metadata.developmentId();
        String negotiation = metadata.matter().negotiation();
        if (development.event() instanceof DevelopmentHeld held) {
            set(held.target(), id, negotiation, held.until());
        } else if (development.event() instanceof DevelopmentReleased released) {
            set(released.target(), id, negotiation, null);
        } else if (development.embargo() != null) {
            set(id, id, negotiation, development.embargo().until());
        }
    }

    private void set(UUID target, UUID imposedBy, String negotiation, @Nullable Edtf until) {
        if (until == null) {
            jdbc.sql("delete from ledger.embargo_end where target = ?")
                    .param(target)
                    .update();
        } else {
            jdbc.sql(
                            "insert into ledger.embargo_end (target, imposed_by, negotiation, due) values (?, ?, ?, ?)"
                                    + " on conflict (target) do update set imposed_by = excluded.imposed_by, due = excluded.due")
                    .params(target, imposedBy, negotiation, OffsetDateTime.ofInstant(due(until), ZoneOffset.UTC))
                    .update();
        }
    }

    /** The end of a date, rounded up to the precision of PostgreSQL. */
    private static Instant due(Edtf until) {
        Instant end = until.end();
        Instant micros = end.truncatedTo(ChronoUnit.MICROS);
        return micros.isBefore(end) ? micros.plus(1, ChronoUnit.MICROS) : micros;
    }

    /** Rebuilds the table from the stored events of all negotiations. */
    public void rebuildAll() {
        jdbc.sql("select distinct negotiation from ledger.ledger_entry where type = 'DevelopmentHeld'")
                .query(String.class)
                .list()
                .forEach(this::rebuild);
    }

    /** Rebuilds the rows of one negotiation. */
    void rebuild(String negotiation) {
        jdbc.sql("delete from ledger.embargo_end where negotiation = ?")
                .param(negotiation)
                .update();
        Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
        entries(negotiation).forEach(entry -> histories
                .computeIfAbsent(entry.matter(), RecordedHistory::new)
                .record(entry));
        histories.values().forEach(history -> history.entries().forEach(entry -> history.embargo(entry.developmentId())
                .ifPresent(embargo -> set(entry.developmentId(), embargo.imposedBy(), negotiation, embargo.until()))));
    }

    /** All entries of the matters in which a development was ever under embargo. */
    private List<LedgerEntry> entries(String negotiation) {
        return jdbc.sql("""
                        select e.*, s.payload_type, s.payload
                        from (select distinct d.negotiation, d.kind, d.matter from ledger.ledger_entry d
                            join ledger.domain_event_entry p on p.event_identifier = d.development_id::text
                            where d.negotiation = ? and (d.type = 'DevelopmentHeld'
                                or position('"embargo"'::bytea in p.payload) > 0)) m
                        join ledger.ledger_entry e using (negotiation, kind, matter)
                        join ledger.domain_event_entry s on s.event_identifier = e.development_id::text
                        order by e.position
                        """)
                .param(negotiation)
                .query((row, number) -> new LedgerEntry(
                        row.getObject("development_id", UUID.class),
                        new MatterAddress(
                                row.getString("negotiation"),
                                MatterKind.ofSlug(row.getString("kind")).orElseThrow(),
                                row.getString("matter")),
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("editor"),
                        DevelopmentJson.read(
                                EventTypeName.parse(row.getString("payload_type")), row.getBytes("payload"))))
                .list();
    }
}
