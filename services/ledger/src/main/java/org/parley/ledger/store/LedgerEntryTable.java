package org.parley.ledger.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterAddress;
import org.parley.ledger.store.NegotiationHeadTable.NegotiationHead;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code ledger_entry}, with one row per event. It detects repeats, provides versions, and adds metadata to
 * the payload.
 */
public final class LedgerEntryTable {
    private final JdbcClient jdbc;

    public LedgerEntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the entry with an id, in any negotiation. */
    public Optional<LedgerEntryRow> find(UUID developmentId) {
        return jdbc.sql("select development_id, negotiation, kind, matter, type, position, version, command_hash"
                        + " from ledger.ledger_entry where development_id = ?")
                .param(developmentId)
                .query(LedgerEntryRow.class)
                .optional();
    }

    /** Finds the entries with these ids, in any negotiation. */
    public Map<UUID, LedgerEntryRow> find(Collection<UUID> developmentIds) {
        return jdbc
                .sql("select development_id, negotiation, kind, matter, type, position, version, command_hash"
                        + " from ledger.ledger_entry where development_id = any(?::uuid[])")
                .param(developmentIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(LedgerEntryRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(LedgerEntryRow::developmentId, Function.identity()));
    }

    /**
     * What the store has, read at one moment.
     *
     * @param head the negotiation's head, at position 0 if it does not exist
     * @param entry the entry with the id, in any negotiation; null if there is none
     */
    public record StoredFacts(
            NegotiationHead head, @Nullable LedgerEntryRow entry) {}

    /** Reads what a command depends on: the head of its negotiation, the halt, and the entry with its id. */
    public StoredFacts facts(String negotiation, UUID developmentId) {
        return jdbc.sql("""
                        select coalesce(h.position, 0) as head, coalesce(h.recorded_at, 'epoch') as head_recorded_at,
                            (select reason from ledger.halt) as halt, e.*
                        from (select) as one left join ledger.negotiation_head h on h.negotiation = ?
                            left join ledger.ledger_entry e on e.development_id = ?
                        """)
                .params(negotiation, developmentId)
                .query((row, number) -> new StoredFacts(
                        new NegotiationHead(
                                row.getLong("head"),
                                row.getObject("head_recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("halt")),
                        row.getObject("development_id") == null
                                ? null
                                : new LedgerEntryRow(
                                        row.getObject("development_id", UUID.class),
                                        row.getString("negotiation"),
                                        row.getString("kind"),
                                        row.getString("matter"),
                                        row.getString("type"),
                                        row.getLong("position"),
                                        row.getLong("version"),
                                        row.getString("command_hash"))))
                .single();
    }

    /** Whether a negotiation has been opened: that is its first event. */
    public boolean isOpened(String negotiation) {
        return jdbc.sql("select exists (select from ledger.ledger_entry where negotiation = ? and position = 1)")
                .param(negotiation)
                .query(Boolean.class)
                .single();
    }

    /**
     * The last event of a matter.
     *
     * @param version the number of the matter's events, including this one
     */
    record LastEntry(long version, UUID developmentId) {}

    /** The last event of a matter; empty if there is none. */
    Optional<LastEntry> last(MatterAddress matter) {
        return jdbc.sql("select version, development_id from ledger.ledger_entry"
                        + " where negotiation = ? and kind = ? and matter = ? order by version desc limit 1")
                .params(matter.negotiation(), matter.kind().slug(), matter.slug())
                .query(LastEntry.class)
                .optional();
    }

    /** The number of a matter's events. */
    public long version(MatterAddress matter) {
        return jdbc.sql("select coalesce(max(version), 0) from ledger.ledger_entry"
                        + " where negotiation = ? and kind = ? and matter = ?")
                .params(matter.negotiation(), matter.kind().slug(), matter.slug())
                .query(Long.class)
                .single();
    }

    void insert(EventMetadata metadata, String type, long version, @Nullable String occurred) {
        MatterAddress matter = metadata.matter();
        jdbc.sql("insert into ledger.ledger_entry (development_id, negotiation, position, kind, matter, version, type,"
                        + " command_hash, recorded_at, editor, correlation_id, causation_id, occurred, continued)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        metadata.developmentId(),
                        matter.negotiation(),
                        metadata.position(),
                        matter.kind().slug(),
                        matter.slug(),
                        version,
                        type,
                        metadata.commandHash(),
                        OffsetDateTime.ofInstant(metadata.recordedAt(), ZoneOffset.UTC),
                        metadata.editor(),
                        metadata.correlationId())
                .param(metadata.causationId())
                .param(occurred)
                .param(metadata.continued())
                .update();
    }
}
