package org.parley.ledger.admission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.command.CommandHash;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.ledger.store.LedgerEntryRow;

/**
 * The rules that come before the decision of the matter, for commands and for dry runs: a repeat, an unknown
 * negotiation, the version of the matter. Pure.
 */
public final class CommandAdmission {
    private CommandAdmission() {}

    /**
     * The outcome of a command that is settled before the matter decides; empty if the matter decides.
     *
     * @param recorded the entry with the command's id; null if there is none
     * @param isOpened whether the negotiation has been opened
     * @param version the number of the matter's events
     */
    public static Optional<CommandOutcome> settle(
            CommandEnvelope given,
            CommandHash hash,
            @Nullable VersionCondition condition,
            @Nullable LedgerEntryRow recorded,
            boolean isOpened,
            long version) {
        MatterAddress matter = given.matter();
        if (recorded != null) {
            return Optional.of(CommandOutcome.repeated(recorded, hash));
        }
        if (!isOpened && !(given.command() instanceof OpenNegotiation)) {
            return Optional.of(new CommandOutcome.Declined(new UnknownNegotiation(matter.negotiation())));
        }
        return condition == null || condition.isMetBy(version)
                ? Optional.empty()
                : Optional.of(new CommandOutcome.OtherVersion(matter, condition, version));
    }
}
