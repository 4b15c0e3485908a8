package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.RecordDevelopment;

/** The aggregate of a negotiation. The rules are in {@link org.parley.process.Process}. */
@Aggregate(type = "negotiation", cache = MatterAggregates.CACHE)
final class NegotiationAggregate extends MatterAggregate {
    @CommandHandler(commandName = "negotiation")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
