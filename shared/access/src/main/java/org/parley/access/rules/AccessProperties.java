package org.parley.access.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read, how people sign in, and the key of the internal JWTs.
 *
 * @param publicReading who reads without an account: {@code local} allows anybody on the machine that Parley runs on,
 *     by a direct connection over loopback; {@code off} allows nobody. All others need an account to read
 * @param password the password of the account {@code chief}, by default the environment variable PARLEY_PASSWORD. If
 *     set, every start applies it to the account, so that the machine's operator can recover it; if empty, the first
 *     start generates a password and prints it once
 * @param passKey the key that signs the passes with which the desk calls other services: any text of at least 32 bytes,
 *     the same for all services. If empty, each process generates its own key
 * @param local whether Parley's own accounts may sign in with a password. If not, everybody signs in with the OpenID
 *     Connect provider; to recover from an outage of the provider, set it again and restart
 */
@ConfigurationProperties("parley.access")
public record AccessProperties(
        @DefaultValue("local") String publicReading,
        @Nullable String password,
        @Nullable String passKey,
        @DefaultValue("true") boolean local) {

    public AccessProperties {
        // An invalid value fails the start, not the first request.
        PublicReading.of(publicReading);
    }

    public PublicReading publicReadingMode() {
        return PublicReading.of(publicReading);
    }

    /** Omits the password and the key, which must not appear in a log. */
    @Override
    public String toString() {
        return "AccessProperties[publicReading=" + publicReading + "]";
    }
}
