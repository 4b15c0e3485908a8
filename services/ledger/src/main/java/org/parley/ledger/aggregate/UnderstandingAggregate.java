package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.RecordDevelopment;

/** The aggregate of an understanding. The rules are in {@link org.parley.understanding.Understanding}. */
@Aggregate(type = "understanding", cache = MatterAggregates.CACHE)
final class UnderstandingAggregate extends MatterAggregate {
    @CommandHandler(commandName = "understanding")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
