package org.parley.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.ledger.store.NegotiationHeadTable.NegotiationHead;

/**
 * What this process has read of a negotiation: its head and its parties. Only used under the negotiation's lock. It may
 * lack events of other ledgers; an append then finds that the head has moved. A matter that was cached under another
 * session may lack events too, and is loaded again.
 */
public final class NegotiationSession {
    private static final String KEY = NegotiationSession.class.getName();

    private final String negotiation;
    private final RecordedHistory history;
    private final List<LedgerEntry> unconfirmed = new ArrayList<>();
    private @Nullable PartyRegister parties;
    private NegotiationHead stored;
    private NegotiationHead head;
    private boolean isOutdated;
    private @Nullable AppendGroup group;

    NegotiationSession(String negotiation, NegotiationHead stored) {
        this.negotiation = negotiation;
        this.history = new RecordedHistory(MatterAddress.ofNegotiation(negotiation));
        this.stored = stored;
        this.head = stored;
    }

    /** The session of the command that the current thread handles. */
    static NegotiationSession current() {
        return CurrentUnitOfWork.get().getResource(KEY);
    }

    /** Makes the session the one of the command that the current thread handles. */
    public void makeCurrent() {
        CurrentUnitOfWork.get().resources().put(KEY, this);
    }

    String negotiation() {
        return negotiation;
    }

    /** The last event, including those that are decided and not stored yet. */
    public NegotiationHead head() {
        return head;
    }

    /** The last stored event. */
    NegotiationHead stored() {
        return stored;
    }

    /** Whether the store is known to have other events; the next command reads them. */
    boolean isOutdated() {
        return isOutdated;
    }

    void markOutdated() {
        isOutdated = true;
    }

    @Nullable AppendGroup group() {
        return group;
    }

    /** Whether the events of the current command are stored later, together with others. */
    public boolean isGrouped() {
        return group != null;
    }

    /** The stored entry with an id, as read when the current group began; empty without a group. */
    public Optional<LedgerEntryRow> recorded(UUID id) {
        return group == null ? Optional.empty() : group.recorded(id);
    }

    void begin(AppendGroup begun) {
        group = begun;
    }

    /** The parties after the last stored event. */
    public PartyRegister parties(EventStore store) {
        if (parties == null && head.position() == 0) {
            parties = PartyRegister.EMPTY;
        } else if (parties == null) {
            store.readEvents(history.address().toString(), history.version())
                    .forEachRemaining(event -> history.record(
                            EventMetadata.of(event.getMetaData()).entry((Development) event.getPayload())));
            parties = PartyRegister.of(history);
        }
        return parties;
    }

    /** Moves the head over events that are decided; they may be stored already. */
    void advance(List<AppendedEvent> events) {
        EventMetadata last = events.getLast().metadata();
        head = new NegotiationHead(last.position(), last.recordedAt(), null);
        events.stream()
                .filter(event -> event.metadata().matter().kind() == MatterKind.NEGOTIATION)
                .map(event -> event.metadata().entry(event.development()))
                .forEach(unconfirmed::add);
    }

    /** All decided events are stored. */
    void confirm() {
        stored = head;
        group = null;
        if (parties != null && !unconfirmed.isEmpty()) {
            unconfirmed.forEach(history::record);
            parties = PartyRegister.of(history);
        }
        unconfirmed.clear();
    }

    /** The decided events of the group are not stored. */
    void discard() {
        head = stored;
        group = null;
        unconfirmed.clear();
    }

    /** Moves to a later head that was read from the store. */
    void catchUp(NegotiationHead later, boolean affectsParties) {
        stored = later;
        head = later;
        isOutdated = false;
        if (affectsParties) {
            parties = null;
        }
    }

    /** The approximate memory, in events. */
    int weight() {
        return 1 + history.version();
    }
}
