package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refused;

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
     * @throws Refused if the value is neither true nor false
     */
    static boolean isTrue(@Nullable String given) {
        if (given == null || given.equals("false")) {
            return false;
        }
        if (given.equals("true")) {
            return true;
        }
        throw new Refused(Invalid.at("/dryRun", "must be true or false, once"));
    }
}
