package org.parley.contract.kafka;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;

/** The result of verifying a record of the ledger's topic. */
public sealed interface RecordVerification {

    /**
     * The ledger published it.
     *
     * @param event the event with its data as canonical JSON
     * @param isCurrent whether the current key sealed it; false for the former key
     */
    record Genuine(PublishedEvent event, boolean isCurrent) implements RecordVerification {}

    /**
     * The ledger published it, but this program is older than that ledger and cannot decode it.
     *
     * @param negotiation the slug
     * @param event the identity of the event; null when it cannot be decoded either
     * @param isCurrent whether the current key sealed it; false for the former key
     * @param fault why the record cannot be decoded
     */
    record Undecodable(String negotiation, @Nullable Claim event, boolean isCurrent, IllegalArgumentException fault)
            implements RecordVerification {}

    /**
     * The ledger did not publish it in this form. Readers skip it.
     *
     * @param reason why it is foreign
     * @param claim the event that it claims to be; null when it does not look like an event
     */
    record Foreign(Reason reason, @Nullable Claim claim) implements RecordVerification {
        /** The event that it claims to be, if it looks like an event. */
        public Optional<Claim> claimed() {
            return Optional.ofNullable(claim);
        }

        /**
         * Whether it is complete except for a valid seal. A ledger of a version before seals, or with another key, may
         * have published it.
         */
        public boolean lacksOnlySeal() {
            return claim != null && (reason == Reason.NO_SEAL || reason == Reason.WRONG_SEAL);
        }
    }

    /** Why a record is foreign. */
    enum Reason {
        NO_VALUE("it has no value"),
        NO_SEAL("it has no seal"),
        WRONG_SEAL("its seal is not the ledger's"),
        ALTERED("its content does not fit its digest"),
        WRONG_KEY("its key is not the negotiation of its subject"),
        WRONG_PARTITION("its key belongs to another partition"),
        UNREADABLE("its headers are not an event's");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason as a clause about the record, for log messages. */
        public String text() {
            return text;
        }
    }

    /**
     * The identity of an event. Without a valid seal it is only a claim, which anyone can make.
     *
     * @param negotiation the slug, which is also the record's key
     * @param position the position in the trail, from 1
     */
    record Claim(String negotiation, long position, UUID developmentId) {}
}
