package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.RecordDevelopment;

/** The aggregate of a guarantee. The rules are in {@link org.parley.domain.guarantee.Guarantee}. */
@Aggregate(type = "guarantee", cache = MatterAggregateConfiguration.CACHE)
final class GuaranteeAggregate extends MatterAggregate {
    @CommandHandler(commandName = "guarantee")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandOutcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
