package org.parley.history;

import java.util.function.LongConsumer;

/**
 * Runs a law on many random histories: {@code -Dparley.histories=100000} for more of them, {@code -Dparley.seed=42}
 * for a certain one.
 */
public final class Seeds {
    private static final int HISTORIES =
            Integer.getInteger("parley.histories", Boolean.getBoolean("parley.test.long") ? 2_000 : 300);
    private static final Long ONLY = Long.getLong("parley.seed");

    private Seeds() {}

    /** Asserts that a law holds for the history of every seed, and names the seed of which it does not. */
    public static void forEverySeed(LongConsumer law) {
        long first = ONLY == null ? 1 : ONLY;
        long last = ONLY == null ? HISTORIES : ONLY;
        for (long seed = first; seed <= last; seed++) {
            try {
                law.accept(seed);
            } catch (Throwable broken) {
                throw new AssertionError("The law does not hold for -Dparley.seed=" + seed, broken);
            }
        }
    }
}
