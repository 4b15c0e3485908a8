package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.RecordDevelopment;

/** The aggregate of a warning. The rules are in {@link org.parley.warning.Warning}. */
@Aggregate(type = "warning", cache = MatterAggregates.CACHE)
final class WarningAggregate extends MatterAggregate {
    @CommandHandler(commandName = "warning")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
