package org.parley.domain.scenario;

import java.util.function.LongConsumer;

/**
 * Runs a property test with many seeds. {@code -Dparley.histories=100000} sets their number, {@code -Dparley.seed=42}
 * selects one.
 */
public final class PropertySeeds {
    private static final int HISTORIES =
            Integer.getInteger("parley.histories", Boolean.getBoolean("parley.test.long") ? 2_000 : 300);
    private static final Long ONLY = Long.getLong("parley.seed");

    private PropertySeeds() {}

    /** Asserts a property for every seed, and names the seed for which it fails. */
    public static void forEverySeed(LongConsumer property) {
        forEverySeed(HISTORIES, property);
    }

    /** The same for this many seeds, unless {@code parley.histories} sets their number. */
    public static void forEverySeed(int histories, LongConsumer property) {
        long first = ONLY == null ? 1 : ONLY;
        long last = ONLY == null ? Integer.getInteger("parley.histories", histories) : ONLY;
        for (long seed = first; seed <= last; seed++) {
            try {
                property.accept(seed);
            } catch (Throwable broken) {
                throw new AssertionError("The property fails for -Dparley.seed=" + seed, broken);
            }
        }
    }
}
