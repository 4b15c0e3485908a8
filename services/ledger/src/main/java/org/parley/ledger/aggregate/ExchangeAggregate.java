package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.RecordDevelopment;

/** The aggregate of an exchange. The rules are in {@link org.parley.domain.exchange.Exchange}. */
@Aggregate(type = "exchange", cache = MatterAggregateConfiguration.CACHE)
final class ExchangeAggregate extends MatterAggregate {
    @CommandHandler(commandName = "exchange")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandOutcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
