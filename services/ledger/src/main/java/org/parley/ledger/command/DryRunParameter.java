package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;

/**
 * Parses {@code ?dryRun=}: only {@code true} or {@code false}. Any other value is rejected, so that an intended dry run
 * is never recorded.
 */
final class DryRunParameter {
    static final String DESCRIPTION = "true: evaluates without recording";

    private DryRunParameter() {}

    /**
     * Whether the request is a dry run; false if the parameter is missing.
     *
     * @throws CommandRefusedException if the value is neither true nor false
     */
    static boolean isTrue(@Nullable String given) {
        if (given == null || given.equals("false")) {
            return false;
        }
        if (given.equals("true")) {
            return true;
        }
        throw new CommandRefusedException(Invalid.at("/dryRun", "must be true or false, once", "debe ser true o false, una sola vez"));
    }
}
