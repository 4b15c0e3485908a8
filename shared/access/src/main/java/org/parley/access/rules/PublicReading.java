package org.parley.access.rules;

import java.util.Locale;

/** Who may read without an account. */
enum PublicReading {
    /** Anybody on the machine that Parley runs on, by a direct connection. */
    LOCAL,
    /** Nobody. */
    OFF;

    private static final String PROPERTY = "parley.access.public-reading";

    /**
     * Parses the setting; {@code true} and {@code false} are older values for {@code local} and {@code off}.
     *
     * @throws IllegalArgumentException if the value is unknown; the message is a sentence for the operator
     */
    static PublicReading of(String setting) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "local", "true" -> LOCAL;
            case "off", "false" -> OFF;
            case "everyone" ->
                throw new IllegalArgumentException(
                        PROPERTY + "=everyone is not supported: there is no public version of the trail. Use local or"
                                + " off.");
            default -> throw new IllegalArgumentException(PROPERTY + " is '" + setting + "'; use local or off.");
        };
    }
}
