package org.parley.ledger.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.parley.history.Desk;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.UnknownNegotiation;
import org.parley.history.Refused;
import org.parley.ledger.store.Heads.Head;
import org.parley.matter.MatterAddress;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs before a command reaches its aggregate, in its transaction: locks the negotiation's head first, answers a
 * repeat, checks the required version, and prepares the context of the decision. A transaction affects one negotiation
 * only.
 */
public final class DeskInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Heads heads;
    private final Entries entries;
    private final PartyRegisters parties;
    private final Clock clock;

    public DeskInterceptor(JdbcClient jdbc, PartyRegisters parties, Clock clock) {
        this.heads = new Heads(jdbc);
        this.entries = new Entries(jdbc);
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        RecordDevelopment command = (RecordDevelopment) unitOfWork.getMessage().getPayload();
        LogDevelopment given = command.development();
        MatterAddress matter = given.matter();
        Head head = lockHead(given);
        long version = entries.version(matter);
        Optional<Outcome> settled = resolveWithoutAggregate(command, version);
        if (settled.isPresent()) {
            if (head.position() == 0) {
                heads.remove(matter.negotiation());
            }
            return settled.get();
        }
        if (head.halt() != null) {
            throw new Halted(head.halt());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Instants must be unique and increasing in a negotiation, even if the clock stands still or goes back.
        Instant recordedAt =
                now.isAfter(head.recordedAt()) ? now : head.recordedAt().plus(1, ChronoUnit.MICROS);
        new Placement(head.position() + 1, recordedAt, version, new Desk(recordedAt, parties.of(matter.negotiation())))
                .makeCurrent();
        return chain.proceed();
    }

    /** The outcomes that do not need the aggregate: a repeat, an id in use, a version that does not match. */
    private Optional<Outcome> resolveWithoutAggregate(RecordDevelopment command, long version) {
        Optional<Recorded> before = entries.find(command.development().developmentId());
        if (before.isPresent()) {
            return Optional.of(Outcome.repeated(before.get(), command.hash()));
        }
        VersionCondition condition = command.condition();
        return condition == null || condition.isMetBy(version)
                ? Optional.empty()
                : Optional.of(new Outcome.OtherVersion(command.development().matter(), condition, version));
    }

    private Head lockHead(LogDevelopment given) {
        String negotiation = given.matter().negotiation();
        Optional<Head> head = heads.lock(negotiation);
        if (head.isPresent()) {
            return head.get();
        }
        if (given.command() instanceof OpenNegotiation) {
            return heads.create(negotiation);
        }
        throw new Refused(new UnknownNegotiation(negotiation));
    }
}
