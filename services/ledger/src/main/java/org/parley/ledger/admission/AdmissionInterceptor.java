package org.parley.ledger.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.decision.LogDevelopment;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.ledger.store.LedgerEntries;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.NegotiationHeads;
import org.parley.ledger.store.NegotiationHeads.NegotiationHead;
import org.parley.ledger.store.PartyRegisters;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs before a command reaches its aggregate, in its transaction: locks the negotiation's head first, answers a
 * repeat, checks the required version, and prepares the context of the decision. A transaction affects one negotiation
 * only.
 */
public final class AdmissionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final NegotiationHeads heads;
    private final LedgerEntries entries;
    private final PartyRegisters parties;
    private final Clock clock;

    public AdmissionInterceptor(JdbcClient jdbc, PartyRegisters parties, Clock clock) {
        this.heads = new NegotiationHeads(jdbc);
        this.entries = new LedgerEntries(jdbc);
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        RecordDevelopment command = (RecordDevelopment) unitOfWork.getMessage().getPayload();
        LogDevelopment given = command.development();
        MatterAddress matter = given.matter();
        NegotiationHead head = lockHead(given);
        long version = entries.version(matter);
        Optional<CommandOutcome> settled = resolveWithoutAggregate(command, version);
        if (settled.isPresent()) {
            if (head.position() == 0) {
                heads.remove(matter.negotiation());
            }
            return settled.get();
        }
        if (head.halt() != null) {
            throw new LedgerHaltedException(head.halt());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Instants must be unique and increasing in a negotiation, even if the clock stands still or goes back.
        Instant recordedAt =
                now.isAfter(head.recordedAt()) ? now : head.recordedAt().plus(1, ChronoUnit.MICROS);
        new EventPlacement(
                        head.position() + 1,
                        recordedAt,
                        version,
                        new DecisionContext(recordedAt, parties.of(matter.negotiation())))
                .makeCurrent();
        return chain.proceed();
    }

    /** The outcomes that do not need the aggregate: a repeat, an id in use, a version that does not match. */
    private Optional<CommandOutcome> resolveWithoutAggregate(RecordDevelopment command, long version) {
        Optional<LedgerEntryRow> before = entries.find(command.development().developmentId());
        if (before.isPresent()) {
            return Optional.of(CommandOutcome.repeated(before.get(), command.hash()));
        }
        VersionCondition condition = command.condition();
        return condition == null || condition.isMetBy(version)
                ? Optional.empty()
                : Optional.of(
                        new CommandOutcome.OtherVersion(command.development().matter(), condition, version));
    }

    private NegotiationHead lockHead(LogDevelopment given) {
        String negotiation = given.matter().negotiation();
        Optional<NegotiationHead> head = heads.lock(negotiation);
        if (head.isPresent()) {
            return head.get();
        }
        if (given.command() instanceof OpenNegotiation) {
            return heads.create(negotiation);
        }
        throw new CommandRefusedException(new UnknownNegotiation(negotiation));
    }
}
