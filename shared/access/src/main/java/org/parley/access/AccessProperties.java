package org.parley.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read, and the chief's password.
 *
 * @param publicReading who reads without an account: {@code local}, anybody on the machine that Parley runs on, by a
 *     direct connection over loopback; {@code off}, nobody. All others need an account to read
 * @param password the password of the account {@code chief}, by default the environment variable PARLEY_PASSWORD. If
 *     set, every start gives it to the account, so that the machine's operator can recover it; if empty, the first start
 *     generates one and prints it once
 * @param passKey what the passes are signed with that the desk sends on with a person's requests: any text of at least
 *     32 bytes, the same for all services; if empty a random one, which only this process knows
 * @param local whether the passwords of accounts kept here are taken; if not, everybody signs in with the provider, and
 *     the way back is to set it again and restart
 */
@ConfigurationProperties("parley.access")
record AccessProperties(
        @DefaultValue("local") String publicReading,
        @Nullable String password,
        @Nullable String passKey,
        @DefaultValue("true") boolean local) {

    AccessProperties {
        // Refused at the start, not at the first request.
        PublicReading.of(publicReading);
    }

    PublicReading reading() {
        return PublicReading.of(publicReading);
    }

    /** Without the password, which must not end in a log. */
    @Override
    public String toString() {
        return "AccessProperties[publicReading=" + publicReading + "]";
    }
}
