package org.parley.ledger.store;

import org.parley.contract.CommandHash;
import org.parley.history.Refusal;
import org.parley.matter.MatterAddress;

/** The outcome of a command. */
public sealed interface Outcome {
    /** An event was recorded. */
    record Accepted() implements Outcome {}

    /** It was recorded before; nothing has changed. */
    record Repeated(Recorded first) implements Outcome {}

    /** It is refused; nothing has changed. */
    record Declined(Refusal refusal) implements Outcome {}

    /** Its id belongs to another command. */
    record IdTaken(Recorded first) implements Outcome {}

    /** The matter does not have the required version. */
    record OtherVersion(MatterAddress matter, VersionCondition condition, long actual) implements Outcome {}

    /** The outcome for an id that is in use: a repeat if the command is the same, otherwise the id is taken. */
    static Outcome repeated(Recorded first, CommandHash hash) {
        return first.cameFrom(hash) ? new Repeated(first) : new IdTaken(first);
    }
}
