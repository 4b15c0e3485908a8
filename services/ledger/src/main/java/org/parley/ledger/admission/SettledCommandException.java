package org.parley.ledger.admission;

/**
 * Carries the outcome of a command that records nothing in a matter without events. It is thrown, so that Axon does not
 * keep an empty matter.
 */
public final class SettledCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandOutcome outcome;

    public SettledCommandException(CommandOutcome outcome) {
        super("nothing is recorded", null, false, false);
        this.outcome = outcome;
    }

    public CommandOutcome outcome() {
        return outcome;
    }
}
