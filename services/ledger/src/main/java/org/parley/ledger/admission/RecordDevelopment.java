package org.parley.ledger.admission;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
 * @param isByChief whether the editor is a chief
 * @param following the other commands of its group, which are about the same matter and are recorded with it or not at
 *     all; empty for a command alone
 */
public record RecordDevelopment(
        @TargetAggregateIdentifier String address,
        CommandEnvelope development,
        String editor,
        String correlationId,
        @Nullable String causationId,
        CommandHash hash,
        @Nullable VersionCondition condition,
        @Nullable UUID endsEmbargo,
        boolean isByChief,
        List<RecordDevelopment> following) {

    public RecordDevelopment {
        following = List.copyOf(following);
    }

    /** Whether it is recorded together with others. */
    public boolean isGroup() {
        return !following.isEmpty();
    }

    /** All commands of the group, in the order of their positions. */
    public List<RecordDevelopment> group() {
        return Stream.concat(Stream.of(this), following.stream()).toList();
    }

    /** This command as the first of a group. */
    public RecordDevelopment followedBy(List<RecordDevelopment> others) {
        return new RecordDevelopment(
                address,
                development,
                editor,
                correlationId,
                causationId,
                hash,
                condition,
                endsEmbargo,
                isByChief,
                others);
    }
}
