package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;

/**
 * Parses {@code ?dryRun=} and {@code ?together=}: only {@code true} or {@code false}. Any other value is rejected, so
 * that an intended dry run is never recorded, and an intended group never torn.
 */
final class BooleanParameter {
    static final String DRY_RUN = "true: evaluates without recording";

    private BooleanParameter() {}

    /**
     * Whether the parameter is true; false if it is missing.
     *
     * @param name its name, for the refusal
     * @throws CommandRefusedException if the value is neither true nor false
     */
    static boolean isTrue(String name, @Nullable String given) {
        if (given == null || given.equals("false")) {
            return false;
        }
        if (given.equals("true")) {
            return true;
        }
        throw new CommandRefusedException(
                Invalid.at("/" + name, "must be true or false, once", "debe ser true o false, una sola vez"));
    }
}
