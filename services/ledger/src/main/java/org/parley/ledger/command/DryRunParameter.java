package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refused;

/**
 * {@code ?dryRun=}: {@code true} or {@code false} and nothing else. What is to be tried and says so in other words must
 * not end up recorded.
 */
final class DryRunParameter {
    static final String DESCRIPTION = "true only tries it: nothing is recorded";

    private DryRunParameter() {}

    /**
     * Whether it is to be tried only; not, when the parameter is not given.
     *
     * @throws Refused when it is neither
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
