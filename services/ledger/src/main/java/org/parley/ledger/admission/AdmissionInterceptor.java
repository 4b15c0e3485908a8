package org.parley.ledger.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.ledger.store.HeadMovedException;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.LedgerEntryTable.StoredFacts;
import org.parley.ledger.store.LedgerHaltedException;
import org.parley.ledger.store.NegotiationHeadTable.NegotiationHead;
import org.parley.ledger.store.NegotiationSession;
import org.parley.ledger.store.NegotiationSessions;

/**
 * Runs before a command reaches its aggregate: locks the negotiation in this process and prepares the context of the
 * decision from memory. An accepted command needs no look into the store before its event is appended; any other outcome
 * is compared with the store, since another ledger may have recorded something in the meantime. A command affects one
 * negotiation only.
 */
public final class AdmissionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final NegotiationSessions sessions;
    private final LedgerEntryTable entries;
    private final EventStore store;
    private final TransactionManager transactions;
    private final Clock clock;

    public AdmissionInterceptor(
            NegotiationSessions sessions,
            LedgerEntryTable entries,
            EventStore store,
            TransactionManager transactions,
            Clock clock) {
        this.sessions = sessions;
        this.entries = entries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        RecordDevelopment command = (RecordDevelopment) unitOfWork.getMessage().getPayload();
        String negotiation = command.development().matter().negotiation();
        Lock lock = sessions.lock(negotiation);
        unitOfWork.onCleanup(over -> lock.release());
        if (sessions.isOutdated(negotiation)) {
            // Two ledgers that take turns would otherwise overtake each other between reading and appending.
            Transaction transaction = transactions.startTransaction();
            unitOfWork.onCommit(over -> transaction.commit());
            unitOfWork.onRollback(over -> transaction.rollback());
        }
        NegotiationSession session = sessions.open(negotiation);
        NegotiationHead head = session.head();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Instants must be unique and increasing in a negotiation, even if the clock stands still or goes back.
        Instant recordedAt =
                now.isAfter(head.recordedAt()) ? now : head.recordedAt().plus(1, ChronoUnit.MICROS);
        new EventPlacement(
                        session,
                        head.position() + 1,
                        recordedAt,
                        new DecisionContext(recordedAt, session.parties(store)),
                        entries)
                .makeCurrent();
        try {
            return confirmed((CommandOutcome) chain.proceed(), command, session);
        } catch (SettledCommandException settled) {
            throw new SettledCommandException(confirmed(settled.outcome(), command, session));
        }
    }

    /** The outcome, if the store agrees with it. Within a group that is known when its events are appended. */
    private CommandOutcome confirmed(CommandOutcome outcome, RecordDevelopment command, NegotiationSession session) {
        return switch (outcome) {
            case CommandOutcome.Accepted accepted -> accepted;
            case CommandOutcome.Repeated repeated -> repeated;
            case CommandOutcome.IdTaken taken -> taken;
            case CommandOutcome.RecordedApart apart -> apart;
            case CommandOutcome.Grouped group -> confirmed(group, command, session);
            case CommandOutcome.Declined declined when session.isGrouped() -> declined;
            case CommandOutcome.OtherVersion other when session.isGrouped() -> other;
            case CommandOutcome.Declined declined ->
                compared(declined, !(declined.refusal() instanceof UnknownNegotiation), command, session);
            case CommandOutcome.OtherVersion other -> compared(other, false, command, session);
        };
    }

    /** The outcomes of commands that are recorded together; ids in use were looked up in the store. */
    private CommandOutcome confirmed(
            CommandOutcome.Grouped group, RecordDevelopment command, NegotiationSession session) {
        boolean isDeclined = group.outcomes().stream().allMatch(CommandOutcome.Declined.class::isInstance);
        boolean isUnknown = group.outcomes().stream()
                .anyMatch(outcome -> outcome instanceof CommandOutcome.Declined declined
                        && declined.refusal() instanceof UnknownNegotiation);
        if (isDeclined) {
            requireCurrent(
                    entries.facts(
                                    command.development().matter().negotiation(),
                                    command.development().developmentId())
                            .head(),
                    !isUnknown,
                    command,
                    session);
        }
        return group;
    }

    /** @param isDecided whether the matter decided, which it does not while the ledger is halted */
    private CommandOutcome compared(
            CommandOutcome outcome, boolean isDecided, RecordDevelopment command, NegotiationSession session) {
        StoredFacts facts = entries.facts(
                command.development().matter().negotiation(),
                command.development().developmentId());
        if (facts.entry() != null) {
            return CommandOutcome.repeated(facts.entry(), command.hash());
        }
        requireCurrent(facts.head(), isDecided, command, session);
        return outcome;
    }

    private void requireCurrent(
            NegotiationHead head, boolean isDecided, RecordDevelopment command, NegotiationSession session) {
        if (!NegotiationSessions.isCurrent(session, head)) {
            sessions.markOutdated(session);
            throw new HeadMovedException(command.development().matter().negotiation());
        }
        if (isDecided && head.halt() != null) {
            sessions.forget(command.development().matter().negotiation());
            throw new LedgerHaltedException(head.halt());
        }
    }
}
