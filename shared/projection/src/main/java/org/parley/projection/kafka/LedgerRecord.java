package org.parley.projection.kafka;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.RecordVerification;
import org.parley.projection.ErrorText;

/** A record that the ledger published. */
public sealed interface LedgerRecord {
    int partition();

    long offset();

    /** The negotiation's slug. */
    String negotiation();

    /** The event's id; null if it cannot be read. */
    @Nullable UUID developmentId();

    /**
     * A record with an event.
     *
     * @param firstOffset the offset where it was first read; if it came too early with a run of others, that of the
     *     first
     */
    record Event(int partition, long offset, PublishedEvent published, long firstOffset) implements LedgerRecord {
        public Event(int partition, long offset, PublishedEvent published) {
            this(partition, offset, published, offset);
        }

        @Override
        public String negotiation() {
            return published.subject().negotiation();
        }

        @Override
        public UUID developmentId() {
            return published.developmentId();
        }

        public long position() {
            return published.position();
        }
    }

    /** A record that this program cannot decode, and the reason. */
    record Unreadable(
            int partition,
            long offset,
            String negotiation,
            @Nullable UUID developmentId,
            String fault) implements LedgerRecord {}

    /** A record that a newer version of the ledger published. */
    static LedgerRecord unreadable(int partition, long offset, RecordVerification.Undecodable record) {
        RecordVerification.Claim event = record.event();
        return new Unreadable(
                partition,
                offset,
                record.negotiation(),
                event == null ? null : event.developmentId(),
                ErrorText.describe(record.fault()));
    }
}
