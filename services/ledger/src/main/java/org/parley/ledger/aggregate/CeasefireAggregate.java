package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.RecordDevelopment;

/** The aggregate of a ceasefire. The rules are in {@link org.parley.domain.ceasefire.Ceasefire}. */
@Aggregate(type = "ceasefire", cache = MatterAggregateConfiguration.CACHE)
final class CeasefireAggregate extends MatterAggregate {
    @CommandHandler(commandName = "ceasefire")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandOutcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
