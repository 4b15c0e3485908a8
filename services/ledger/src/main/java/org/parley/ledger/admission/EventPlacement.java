package org.parley.ledger.admission;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.history.RecordedHistory;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.NegotiationSession;

/**
 * The position and context of the event that the current command will record, while this process holds the negotiation's
 * lock. Whether the position is still free is only known when the event is appended.
 *
 * @param session what this process has read of the negotiation
 * @param position its position in the negotiation's trail
 * @param recordedAt when it is recorded (UTC); always after the previous event
 * @param decisionContext the context of the decision
 * @param entries finds the entries with an id
 */
public record EventPlacement(
        NegotiationSession session,
        long position,
        Instant recordedAt,
        DecisionContext decisionContext,
        LedgerEntryTable entries) {
    private static final String KEY = EventPlacement.class.getName();

    /** The placement of the command that the current thread handles. */
    public static EventPlacement current() {
        return CurrentUnitOfWork.get().getResource(KEY);
    }

    /** Whether the negotiation has been opened. */
    public boolean isOpened() {
        return position > 1;
    }

    /**
     * The entry with an id, if the matter's history or the store of a group of commands is known to have it; null
     * otherwise. It does not search other matters: that an id is in use there, the append finds.
     */
    public @Nullable LedgerEntryRow recorded(UUID id, RecordedHistory known) {
        LedgerEntryRow grouped = session.recorded(id).orElse(null);
        return grouped == null && known.entry(id).isPresent() ? entries.find(id).orElse(null) : grouped;
    }

    void makeCurrent() {
        session.makeCurrent();
        CurrentUnitOfWork.get().resources().put(KEY, this);
    }
}
