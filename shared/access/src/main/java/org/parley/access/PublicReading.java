package org.parley.access;

import java.util.Locale;

/** Who reads without an account. */
enum PublicReading {
    /** Anybody on the machine that Parley runs on, by a direct connection. */
    LOCAL,
    /** Nobody. */
    OFF;

    private static final String PROPERTY = "parley.access.public-reading";

    /**
     * Reads the setting; {@code true} and {@code false} are its older words for {@code local} and {@code off}.
     *
     * @throws IllegalArgumentException if it is none of these; the message is fit to print
     */
    static PublicReading of(String setting) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "local", "true" -> LOCAL;
            case "off", "false" -> OFF;
            case "everyone" ->
                throw new IllegalArgumentException(
                        PROPERTY
                                + "=everyone is not possible: there is no public trail that outsiders could read. Use local or off.");
            default -> throw new IllegalArgumentException(PROPERTY + " is '" + setting + "'; it takes local or off.");
        };
    }
}
