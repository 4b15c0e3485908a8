package org.parley.ledger.store;

import org.parley.contract.CommandHash;
import org.parley.history.Refusal;
import org.parley.matter.MatterAddress;

/** How the handling of a command ended. */
public sealed interface Outcome {
    /** It became an event. */
    record Accepted() implements Outcome {}

    /** It had been recorded before; nothing happened now. */
    record Repeated(Recorded first) implements Outcome {}

    /** It is refused; nothing happened. */
    record Declined(Refusal refusal) implements Outcome {}

    /** Its id is taken by something else. */
    record IdTaken(Recorded first) implements Outcome {}

    /** The matter does not have a version that was asked for. */
    record OtherVersion(MatterAddress matter, VersionCondition condition, long actual) implements Outcome {}

    /** The same id again: a repeat when it says the same, else the id is taken. */
    static Outcome repeated(Recorded first, CommandHash hash) {
        return first.cameFrom(hash) ? new Repeated(first) : new IdTaken(first);
    }
}
