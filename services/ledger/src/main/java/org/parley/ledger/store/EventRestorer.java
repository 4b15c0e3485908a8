package org.parley.ledger.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.Serializer;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Restores published events that the store lacks: at their positions and with their global numbers, so that publishing
 * them again gives the same records. Their command hashes are lost; the ids are enough to answer a repeat.
 */
public final class EventRestorer {
    /** Later numbers must fit above this one. */
    private static final long SEQUENCE_MAX = 1L << 62;

    /** Tolerates clock differences. An instant far in the future would force its time on every later event. */
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final NegotiationHeadTable heads;
    private final LedgerEntryTable entries;
    private final EmbargoEndTable embargoEnds;
    private final Serializer serializer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public EventRestorer(JdbcClient jdbc, Serializer serializer, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.heads = new NegotiationHeadTable(jdbc);
        this.entries = new LedgerEntryTable(jdbc);
        this.embargoEnds = new EmbargoEndTable(jdbc);
        this.serializer = serializer;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Restores events of one negotiation, in one transaction.
     *
     * @param events in the order of publication; events that the store has are skipped
     * @return the number of restored events
     * @throws IllegalStateException if the store has another event at one of the positions, lacks the position before
     *     one, or could not record further events after one; nothing is restored then
     */
    public int restore(String negotiation, List<PublishedEvent> events) {
        return Objects.requireNonNull(transaction.execute(status -> {
            NegotiationHeadTable.NegotiationHead head =
                    heads.lock(negotiation).orElseGet(() -> heads.create(negotiation));
            long position = head.position();
            Instant recordedAt = head.recordedAt();
            int restored = 0;
            for (PublishedEvent event : events) {
                if (event.position() <= position) {
                    requireSame(event);
                } else if (event.position() == position + 1) {
                    requireRoomAfter(event, recordedAt);
                    insert(event);
                    recordedAt = event.recordedAt();
                    position++;
                    restored++;
                } else {
                    throw new IllegalStateException("the topic lacks position " + (position + 1) + " of " + negotiation
                            + ", which the store does not have either");
                }
            }
            if (position == 0) {
                heads.remove(negotiation);
            }
            if (restored > 0) {
                raiseNumbers();
                embargoEnds.rebuild(negotiation);
            }
            return restored;
        }));
    }

    /** Requires that further commands can be recorded after an event. */
    private void requireRoomAfter(PublishedEvent event, Instant recordedBefore) {
        if (event.sequence() < 1 || event.sequence() > SEQUENCE_MAX) {
            throw new IllegalStateException("position " + event.position() + " has the number " + event.sequence()
                    + ", after which nothing could be recorded");
        }
        if (event.recordedAt().isBefore(recordedBefore)
                || event.recordedAt().isAfter(clock.instant().plus(AHEAD_MAX))) {
            throw new IllegalStateException("position " + event.position() + " was recorded at " + event.recordedAt()
                    + ": before its predecessor, or more than a day in the future");
        }
    }

    /** Raises the sequence of global numbers above the restored ones. Never lowers it. */
    private void raiseNumbers() {
        jdbc.sql("""
                        select setval(s.name, m.last) from
                            (select pg_get_serial_sequence('ledger.domain_event_entry', 'global_index')::regclass as name) s,
                            (select max(global_index) as last from ledger.domain_event_entry) m
                        where m.last > coalesce(pg_sequence_last_value(s.name), 0)
                        """).query(Long.class).optional();
    }

    private void requireSame(PublishedEvent event) {
        Optional<UUID> stored = jdbc.sql(
                        "select development_id from ledger.ledger_entry where negotiation = ? and position = ?")
                .params(event.subject().negotiation(), event.position())
                .query(UUID.class)
                .optional();
        if (!stored.equals(Optional.of(event.developmentId()))) {
            throw new IllegalStateException(
                    "the topic and the store hold different events at position " + event.position() + " of "
                            + event.subject().negotiation() + "; nothing of this negotiation is restored");
        }
    }

    private void insert(PublishedEvent event) {
        MatterAddress matter = event.subject();
        event.entry(); // what cannot be read is not stored
        EventMetadata metadata = new EventMetadata(
                event.developmentId(),
                matter,
                event.position(),
                event.recordedAt(),
                event.editor(),
                event.correlationId(),
                event.causationId(),
                LedgerEntryRow.UNKNOWN_COMMAND,
                event.continued());
        long version = entries.version(matter) + 1;
        heads.raise(matter.negotiation(), event.position(), event.recordedAt());
        entries.insert(metadata, event.type().event(), version, event.occurred());
        jdbc.sql("""
                        insert into ledger.domain_event_entry (global_index, aggregate_identifier, sequence_number, type,
                            event_identifier, time_stamp, payload_type, payload, meta_data)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        event.sequence(),
                        matter.toString(),
                        version - 1,
                        matter.kind().slug(),
                        event.developmentId().toString(),
                        DateTimeUtils.formatInstant(event.recordedAt()),
                        event.type().toString(),
                        event.data(),
                        serializer
                                .serialize(metadata.toMetaData(), byte[].class)
                                .getData())
                .update();
    }
}
