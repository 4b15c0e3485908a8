package org.parley.ledger.aggregate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.RecordDevelopment;

/** The aggregate of a question. The rules are in {@link org.parley.question.Question}. */
@Aggregate(type = "question", cache = MatterAggregates.CACHE)
final class QuestionAggregate extends MatterAggregate {
    @CommandHandler(commandName = "question")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RecordDevelopment command) {
        return decide(command);
    }
}
