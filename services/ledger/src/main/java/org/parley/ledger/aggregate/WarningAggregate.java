package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.RecordDevelopment;

/** The aggregate of a warning. The rules are in {@link org.parley.domain.warning.Warning}. */
@Aggregate(type = "warning", cache = MatterAggregateConfiguration.CACHE)
final class WarningAggregate extends MatterAggregate {
    @CommandHandler(commandName = "warning")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandOutcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
