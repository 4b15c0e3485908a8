package org.parley.ledger.admission;

import java.util.List;
import org.parley.contract.command.CommandHash;
import org.parley.domain.decision.Refusal;
import org.parley.domain.matter.MatterAddress;
import org.parley.ledger.store.LedgerEntryRow;

/** The outcome of a command. */
public sealed interface CommandOutcome {
    /** An event is recorded, once it is appended. */
    record Accepted(LedgerEntryRow recorded) implements CommandOutcome {}

    /** It was recorded before; nothing has changed. */
    record Repeated(LedgerEntryRow first) implements CommandOutcome {}

    /** It is refused; nothing has changed. */
    record Declined(Refusal refusal) implements CommandOutcome {}

    /** Its id belongs to another command. */
    record IdTaken(LedgerEntryRow first) implements CommandOutcome {}

    /** The matter does not have the required version. */
    record OtherVersion(MatterAddress matter, VersionCondition condition, long actual) implements CommandOutcome {}

    /** The outcome of each command of a group, in its order: either all are accepted, or none. */
    record Grouped(List<CommandOutcome> outcomes) implements CommandOutcome {
        public Grouped {
            outcomes = List.copyOf(outcomes);
        }

        public boolean isAccepted() {
            return outcomes.getFirst() instanceof Accepted;
        }
    }

    /** It was recorded before, but not with the others of its group, which cannot be recorded with it any more. */
    record RecordedApart(LedgerEntryRow first) implements CommandOutcome {}

    /** The outcome for an id that is in use: a repeat if the command is the same, otherwise the id is taken. */
    static CommandOutcome repeated(LedgerEntryRow first, CommandHash hash) {
        return first.isFromCommand(hash) ? new Repeated(first) : new IdTaken(first);
    }
}
