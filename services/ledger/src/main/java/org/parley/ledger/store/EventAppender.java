package org.parley.ledger.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;
import org.parley.ledger.store.NegotiationHeadTable.NegotiationHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends events of one negotiation in one statement: it moves the negotiation's head, if the head is the expected one
 * and the ledger is not halted, and inserts the events and their entries. The row of the head stays locked until the
 * commit, so that within a negotiation the order of positions, of global numbers and of commits is the same.
 */
public final class EventAppender {
    private static final String MOVE = """
            update ledger.negotiation_head as h set position = ?, recorded_at = ? from waiting
            where h.negotiation = ? and h.position = ? and h.recorded_at = ? and not exists (select from halted)
            returning h.negotiation""";

    /** The head of a negotiation without events; another transaction may create it at the same time. */
    private static final String CREATE = """
            insert into ledger.negotiation_head as h (position, recorded_at, negotiation)
            select ?, ?, ? from waiting where not exists (select from halted)
            on conflict (negotiation) do update set position = excluded.position, recorded_at = excluded.recorded_at
                where h.position = ? and h.recorded_at = ?
            returning h.negotiation""";

    /**
     * The time limit is set by the statement itself, before the first lock, so that it needs no transaction. The global
     * numbers are assigned in the order of positions: the default of a column is evaluated above the sorted rows.
     */
    private static final String STATEMENT = """
            with waiting as materialized (select set_config('lock_timeout', ?, true)),
            halted as materialized (select reason from ledger.halt),
            head as (%s),
            given as materialized (
                select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::boolean[], ?::bytea[], ?::bytea[])
                as g (id, position, address, kind, matter, version, type,
                    command_hash, recorded_at, time_stamp, editor, correlation_id, causation_id, occurred, payload_type,
                    continued, payload, meta_data)),
            entries as (
                insert into ledger.ledger_entry (development_id, negotiation, position, kind, matter, version, type,
                    command_hash, recorded_at, editor, correlation_id, causation_id, occurred, continued)
                select g.id::uuid, head.negotiation, g.position, g.kind, g.matter, g.version, g.type,
                    g.command_hash, g.recorded_at::timestamptz, g.editor, g.correlation_id, g.causation_id, g.occurred,
                    g.continued
                from head, given g order by g.position),
            events as (
                insert into ledger.domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                    time_stamp, payload_type, payload, meta_data)
                select g.address, g.version - 1, g.kind, g.id, g.time_stamp, g.payload_type, g.payload, g.meta_data
                from head, given g order by g.position)
            select exists (select from head) as appended, (select reason from halted) as halt
            """;

    private static final String APPEND = STATEMENT.formatted(MOVE);
    private static final String APPEND_FIRST = STATEMENT.formatted(CREATE);

    private final JdbcClient jdbc;
    private final EmbargoEndTable embargoEnds;
    private final TransactionTemplate transaction;
    private final String lockTimeout;

    /** @param lockTimeout how long an append waits for other transactions on the same negotiation or id */
    public EventAppender(JdbcClient jdbc, PlatformTransactionManager transactions, Duration lockTimeout) {
        this.jdbc = jdbc;
        this.embargoEnds = new EmbargoEndTable(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.lockTimeout = lockTimeout.toMillis() + "ms";
    }

    /** Limits how long the current transaction waits for locks. */
    void limitWaiting() {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(lockTimeout)
                .query(String.class)
                .single();
    }

    /**
     * Appends events after the expected head; commits unless there is a transaction.
     *
     * @param events at least one, with consecutive positions after the head
     * @throws org.springframework.dao.DuplicateKeyException if an id is in use
     */
    AppendResult append(String negotiation, NegotiationHead expected, List<AppendedEvent> events) {
        if (events.stream().noneMatch(event -> EmbargoEndTable.isAffectedBy(event.development()))) {
            return insert(negotiation, expected, events);
        }
        return transaction.execute(status -> {
            AppendResult result = insert(negotiation, expected, events);
            if (result.isAppended()) {
                events.forEach(event -> embargoEnds.update(event.metadata(), event.development()));
            }
            return result;
        });
    }

    private AppendResult insert(String negotiation, NegotiationHead expected, List<AppendedEvent> events) {
        EventMetadata last = events.getLast().metadata();
        return jdbc.sql(expected.position() == 0 ? APPEND_FIRST : APPEND)
                .params(
                        lockTimeout,
                        last.position(),
                        atOffset(last.recordedAt()),
                        negotiation,
                        expected.position(),
                        atOffset(expected.recordedAt()))
                .param(texts(events, event -> event.metadata().developmentId().toString()))
                .param(numbers(events, event -> event.metadata().position()))
                .param(texts(events, event -> event.metadata().matter().toString()))
                .param(texts(events, event -> event.metadata().matter().kind().slug()))
                .param(texts(events, event -> event.metadata().matter().slug()))
                .param(numbers(events, AppendedEvent::version))
                .param(texts(events, event -> event.development().event().type()))
                .param(texts(events, event -> event.metadata().commandHash()))
                .param(texts(events, event -> event.metadata().recordedAt().toString()))
                .param(texts(
                        events,
                        event -> DateTimeUtils.formatInstant(event.metadata().recordedAt())))
                .param(texts(events, event -> event.metadata().editor()))
                .param(texts(events, event -> event.metadata().correlationId()))
                .param(texts(events, event -> event.metadata().causationId()))
                .param(texts(events, event -> text(event.development().occurred())))
                .param(texts(events, AppendedEvent::payloadType))
                .param(events.stream()
                        .map(event -> event.metadata().continued())
                        .toArray(Boolean[]::new))
                .param(bytes(events, AppendedEvent::payload))
                .param(bytes(events, AppendedEvent::serializedMetadata))
                .query((row, number) -> new AppendResult(row.getBoolean("appended"), row.getString("halt")))
                .single();
    }

    private static @Nullable String text(@Nullable Edtf date) {
        return date == null ? null : date.text();
    }

    private static OffsetDateTime atOffset(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable String[] texts(
            List<AppendedEvent> events, Function<AppendedEvent, @Nullable String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static Long[] numbers(List<AppendedEvent> events, Function<AppendedEvent, Long> column) {
        return events.stream().map(column).toArray(Long[]::new);
    }

    private static byte[][] bytes(List<AppendedEvent> events, Function<AppendedEvent, byte[]> column) {
        return events.stream().map(column).toArray(byte[][]::new);
    }
}
