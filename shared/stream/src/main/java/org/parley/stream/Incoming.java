package org.parley.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.Verification;

/** A record of the ledger's. */
sealed interface Incoming {
    int partition();

    long offset();

    /** The slug. */
    String negotiation();

    /** The event's id, if it can be read. */
    @Nullable UUID developmentId();

    /**
     * A record that is an event.
     *
     * @param firstOffset where it, or the first of a run that came too early with it, was first read
     */
    record Event(int partition, long offset, PublishedEvent published, long firstOffset) implements Incoming {
        Event(int partition, long offset, PublishedEvent published) {
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

        long position() {
            return published.position();
        }
    }

    /** A record that this program cannot read, and why. */
    record Unreadable(
            int partition,
            long offset,
            String negotiation,
            @Nullable UUID developmentId,
            String fault) implements Incoming {}

    /** A record of a ledger that is newer than this program. */
    static Incoming unreadable(int partition, long offset, Verification.Undecodable record) {
        Verification.Claim event = record.event();
        return new Unreadable(
                partition,
                offset,
                record.negotiation(),
                event == null ? null : event.developmentId(),
                Wording.of(record.fault()));
    }
}
