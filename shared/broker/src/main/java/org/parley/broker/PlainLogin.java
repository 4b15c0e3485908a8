package org.parley.broker;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SASL/PLAIN credentials of a user of a broker.
 *
 * @param user the user name
 * @param password only letters, digits, {@code -} and {@code _}, so that it never needs quoting
 */
public record PlainLogin(String user, String password) {
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String WORD = "[A-Za-z0-9_-]+";

    /** @throws IllegalArgumentException if the name or the password has other characters; the message has neither */
    public PlainLogin {
        if (!user.matches(WORD) || !password.matches(WORD)) {
            throw new IllegalArgumentException("a Kafka user or password contains characters that are not allowed");
        }
    }

    /** Whether the text has only the characters of a password. */
    public static boolean isPassword(String text) {
        return text.matches(WORD);
    }

    /** The properties with which a Kafka client signs in as this user, without the address. */
    public Map<String, String> clientSettings() {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "%s username=\"%s\" password=\"%s\";".formatted(MODULE, user, password));
    }

    /**
     * The {@code sasl.jaas.config} of a broker's listener.
     *
     * @param accepted the users who may sign in
     */
    public String serverJaas(Collection<PlainLogin> accepted) {
        String users = accepted.stream()
                .map(login -> " user_%s=\"%s\"".formatted(login.user, login.password))
                .collect(Collectors.joining());
        return "%s username=\"%s\" password=\"%s\"%s;".formatted(MODULE, user, password, users);
    }

    /** Without the password, which must not appear in a log. */
    @Override
    public String toString() {
        return "login of " + user;
    }
}
