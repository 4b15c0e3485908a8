package org.parley.ledger.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.Serializer;
import org.parley.contract.PublishedEvent;
import org.parley.history.Entry;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts events back into the store that were published from it and that it lacks: at their positions, with their numbers in
 * the store, so that publishing them again would publish the same. Which command each came from is not known any more;
 * their ids are enough to answer a repeat.
 */
public final class Restoration {
    private final JdbcClient jdbc;
    private final Heads heads;
    private final Entries entries;
    private final AdmittedParties parties;
    private final Serializer serializer;
    private final TransactionTemplate transaction;

    public Restoration(JdbcClient jdbc, Serializer serializer, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.heads = new Heads(jdbc);
        this.entries = new Entries(jdbc);
        this.parties = new AdmittedParties(jdbc);
        this.serializer = serializer;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes in events of one negotiation, in one transaction.
     *
     * @param events in the order published; those that the store has are passed over
     * @return how many it lacked
     * @throws IllegalStateException when the store has another event at one of the positions, or none before one
     */
    public int take(String negotiation, List<PublishedEvent> events) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long position = heads.lock(negotiation)
                    .orElseGet(() -> heads.create(negotiation))
                    .position();
            int taken = 0;
            for (PublishedEvent event : events) {
                if (event.position() <= position) {
                    requireSame(event);
                } else if (event.position() == position + 1) {
                    insert(event);
                    position++;
                    taken++;
                } else {
                    throw new IllegalStateException("the topic lacks position " + (position + 1) + " of " + negotiation
                            + ", which the store does not have either");
                }
            }
            if (taken > 0) {
                // The numbers that come next lie behind those that came back.
                jdbc.sql("select setval(pg_get_serial_sequence('ledger.domain_event_entry', 'global_index'),"
                                + " (select max(global_index) from ledger.domain_event_entry))")
                        .query(Long.class)
                        .single();
            }
            return taken;
        }));
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
                            + event.subject().negotiation() + "; nothing of this negotiation is taken back");
        }
    }

    private void insert(PublishedEvent event) {
        MatterAddress matter = event.subject();
        Entry entry = event.entry();
        Development development = entry.development();
        Stamp stamp = new Stamp(
                event.developmentId(),
                matter,
                event.position(),
                event.recordedAt(),
                event.editor(),
                event.correlationId(),
                event.causationId(),
                Recorded.UNKNOWN_COMMAND);
        long version = entries.version(matter) + 1;
        heads.raise(matter.negotiation(), event.position(), event.recordedAt());
        entries.insert(stamp, event.type().event(), version, event.occurred());
        parties.take(matter.negotiation(), development.event());
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
                        serializer.serialize(stamp.toMetaData(), byte[].class).getData())
                .update();
    }
}
