package org.parley.ledger.admission;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.parley.contract.command.CommandHash;
import org.parley.domain.decision.CommandEnvelope;

/**
 * The Axon command that records a development in its matter's aggregate.
 *
 * @param address the aggregate's identifier: the matter's address
 * @param development the development to record
 * @param editor the user name of the editor
 * @param correlationId the correlation id
 * @param causationId the id of the cause, or null
 * @param hash distinguishes it from other commands with the same id
 * @param condition the required version of the matter, or null
 * @param endsEmbargo for an automatic release: the id of the entry that imposed the embargo; the release applies only
 *     to that embargo. Null for any other command
 */
public record RecordDevelopment(
        @TargetAggregateIdentifier String address,
        CommandEnvelope development,
        String editor,
        String correlationId,
        @Nullable String causationId,
        CommandHash hash,
        @Nullable VersionCondition condition,
        @Nullable UUID endsEmbargo) {}
