package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.RecordDevelopment;

/** The aggregate of a vote. The rules are in {@link org.parley.domain.vote.Vote}. */
@Aggregate(type = "vote", cache = MatterAggregateConfiguration.CACHE)
final class VoteAggregate extends MatterAggregate {
    @CommandHandler(commandName = "vote")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandOutcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
