package org.parley.ledger.command;

import org.parley.ledger.admission.CommandOutcome;

/** The command conflicts with the store: its id is in use, or the matter has another version. */
public final class CommandConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandOutcome outcome;

    private CommandConflictException(CommandOutcome outcome, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    static CommandConflictException idTaken(CommandOutcome.IdTaken taken) {
        return new CommandConflictException(
                taken,
                "The id " + taken.first().developmentId() + " is already that of another development ("
                        + taken.first().type() + ", position " + taken.first().position() + " of "
                        + taken.first().negotiation() + "); send this one with another id.");
    }

    static CommandConflictException otherVersion(CommandOutcome.OtherVersion other) {
        if (other.condition().isWeaklyMetBy(other.actual())) {
            return new CommandConflictException(
                    other,
                    other.matter() + " has version " + other.actual()
                            + ", but If-Match compares strongly, and a weak entity" + " tag such as W/\""
                            + other.actual() + "\" never matches. Send \"" + other.actual() + "\".");
        }
        return new CommandConflictException(
                other,
                other.actual() == 0
                        ? "Nothing is recorded of " + other.matter() + ", and If-Match asks for "
                                + other.condition().describe() + "."
                        : other.matter() + " has version " + other.actual() + ", and If-Match asks for "
                                + other.condition().describe()
                                + ": something was recorded meanwhile. Look at it again, then decide.");
    }

    static CommandConflictException recordedApart(CommandOutcome.RecordedApart apart) {
        return new CommandConflictException(
                apart,
                apart.first().developmentId() + " is recorded already (position "
                        + apart.first().position() + " of " + apart.first().negotiation()
                        + "), without the others of this group. Leave it out.");
    }

    CommandOutcome outcome() {
        return outcome;
    }
}
