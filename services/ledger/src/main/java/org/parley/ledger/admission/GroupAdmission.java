package org.parley.ledger.admission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.contract.command.CommandHash;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.StoppedByGroup;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.ledger.admission.CommandOutcome.Declined;
import org.parley.ledger.admission.CommandOutcome.Grouped;
import org.parley.ledger.admission.CommandOutcome.IdTaken;
import org.parley.ledger.admission.CommandOutcome.RecordedApart;
import org.parley.ledger.admission.CommandOutcome.Repeated;
import org.parley.ledger.store.LedgerEntryRow;

/**
 * The rules that come before the decision about a group, for commands and for dry runs: a repeat, ids that are in use,
 * an unknown negotiation. Pure.
 */
public final class GroupAdmission {
    private GroupAdmission() {}

    /**
     * A command of a group.
     *
     * @param hash distinguishes it from other commands with the same id
     */
    public record Member(CommandEnvelope envelope, CommandHash hash) {
        UUID id() {
            return envelope.developmentId();
        }
    }

    /**
     * The outcome of a group that is settled before the matter decides; empty if the matter decides.
     *
     * @param recorded the entries with the ids of the group, in any negotiation
     * @param isOpened whether the negotiation has been opened
     */
    public static Optional<Grouped> settle(List<Member> group, Map<UUID, LedgerEntryRow> recorded, boolean isOpened) {
        if (!recorded.isEmpty()) {
            return Optional.of(new Grouped(settled(group, recorded)));
        }
        CommandEnvelope first = group.getFirst().envelope();
        return isOpened || first.command() instanceof OpenNegotiation
                ? Optional.empty()
                : Optional.of(new Grouped(group.stream()
                        .map(member -> (CommandOutcome) new Declined(
                                new UnknownNegotiation(first.matter().negotiation())))
                        .toList()));
    }

    private static List<CommandOutcome> settled(List<Member> group, Map<UUID, LedgerEntryRow> recorded) {
        Map<UUID, CommandOutcome> found = group.stream()
                .filter(member -> recorded.containsKey(member.id()))
                .collect(Collectors.toMap(
                        Member::id,
                        member -> CommandOutcome.repeated(
                                Objects.requireNonNull(recorded.get(member.id())), member.hash())));
        boolean isRepeat =
                found.size() == group.size() && found.values().stream().allMatch(Repeated.class::isInstance);
        List<UUID> taken = group.stream()
                .map(Member::id)
                .filter(id -> found.get(id) instanceof IdTaken)
                .toList();
        // What was recorded apart from the rest is in the way only if no id belongs to something else.
        List<UUID> by = taken.isEmpty() ? List.copyOf(found.keySet()) : taken;
        Function<CommandOutcome, CommandOutcome> apart = outcome -> outcome instanceof Repeated repeated && !isRepeat
                ? taken.isEmpty() ? new RecordedApart(repeated.first()) : new Declined(new StoppedByGroup(by))
                : outcome;
        return group.stream()
                .map(member -> Optional.ofNullable(found.get(member.id()))
                        .map(apart)
                        .orElse(new Declined(new StoppedByGroup(by))))
                .toList();
    }
}
