package org.parley.contract.kafka;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;

/** What a record of the ledger's topic turned out to be. */
public sealed interface Verification {

    /**
     * The ledger published it.
     *
     * @param event the event, its data as canonical JSON
     * @param isCurrent whether it has the seal of the current key, not of the former
     */
    record Genuine(PublishedEvent event, boolean isCurrent) implements Verification {}

    /**
     * The ledger published it, and this program cannot read it: it is older than that ledger.
     *
     * @param negotiation the slug
     * @param event which event it is; null when not even that can be read
     * @param isCurrent whether it has the seal of the current key, not of the former
     * @param fault what cannot be read
     */
    record Undecodable(String negotiation, @Nullable Claim event, boolean isCurrent, IllegalArgumentException fault)
            implements Verification {}

    /**
     * The ledger did not publish it like this: it is to be passed over.
     *
     * @param reason what is wrong with it
     * @param claim which event it says it is; null when it looks like none
     */
    record Foreign(Reason reason, @Nullable Claim claim) implements Verification {
        /** Which event it says it is, if it looks like one. */
        public Optional<Claim> claimed() {
            return Optional.ofNullable(claim);
        }

        /**
         * Whether a ledger without this key may have published it, one before seals or with another key: it lacks nothing
         * but a right seal.
         */
        public boolean lacksSealAlone() {
            return claim != null && (reason == Reason.NO_SEAL || reason == Reason.WRONG_SEAL);
        }
    }

    /** What is wrong with a record. */
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

        /** As the end of a sentence that begins with the record. */
        public String text() {
            return text;
        }
    }

    /**
     * Which event a record says it is. Without a right seal, anybody can say so.
     *
     * @param negotiation the slug, which is the record's key too
     * @param position from 1 on
     */
    record Claim(String negotiation, long position, UUID developmentId) {}
}
