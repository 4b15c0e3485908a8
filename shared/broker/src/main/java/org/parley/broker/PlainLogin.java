package org.parley.broker;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A user of a broker with a password, by SASL/PLAIN.
 *
 * @param user the name, which rights are given to
 * @param password letters, digits, {@code -} and {@code _} only, so that it needs no quoting anywhere
 */
public record PlainLogin(String user, String password) {
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String WORD = "[A-Za-z0-9_-]+";

    /** @throws IllegalArgumentException if the name or the password has other characters; the message has neither */
    public PlainLogin {
        if (!user.matches(WORD) || !password.matches(WORD)) {
            throw new IllegalArgumentException("a user or a password of Kafka has characters that are not allowed");
        }
    }

    /** Whether it can be a password here. */
    public static boolean isPassword(String text) {
        return text.matches(WORD);
    }

    /** What a Kafka client needs, beside the address, to sign in as this user. */
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
     * @param accepted who is let in
     */
    public String serverJaas(Collection<PlainLogin> accepted) {
        String users = accepted.stream()
                .map(login -> " user_%s=\"%s\"".formatted(login.user, login.password))
                .collect(Collectors.joining());
        return "%s username=\"%s\" password=\"%s\"%s;".formatted(MODULE, user, password, users);
    }

    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return "login of " + user;
    }
}
