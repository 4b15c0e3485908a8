package org.parley.ledger.store;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CommandHash;
import org.parley.history.LogDevelopment;

/**
 * An editor's command on its way to its matter's aggregate.
 *
 * @param address the aggregate's identifier: the matter's address
 * @param development what is to be recorded
 * @param editor who is signed in
 * @param correlationId what it belongs together with
 * @param causationId what brought it about, or null
 * @param hash tells it from other commands under the same id
 * @param condition what the matter's version must be, or null
 * @param endsEmbargo of a release, the only embargo that it may end, by what imposed it; null where it may end any
 */
public record RecordDevelopment(
        @TargetAggregateIdentifier String address,
        LogDevelopment development,
        String editor,
        String correlationId,
        @Nullable String causationId,
        CommandHash hash,
        @Nullable VersionCondition condition,
        @Nullable UUID endsEmbargo) {}
