package org.parley.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Sets the ACLs of a broker; {@code docker-compose.yml} starts this program. Its configuration is that of the services:
 * the environment, and the file {@code parley.kafka.client.sasl.jaas.config} in the folder {@code /run/secrets}, here
 * with the broker's own login. Exits with 0 when the ACLs are in effect.
 */
final class BrokerAclsProgram {
    private static final String LOGIN = "/run/secrets/parley.kafka.client.sasl.jaas.config";

    private BrokerAclsProgram() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "org/parley/broker/logback.xml");
        try (Admin admin = Admin.create(settings(System.getenv(), Path.of(LOGIN)))) {
            acls(System.getenv()).apply(admin);
        }
    }

    static BrokerAcls acls(Map<String, String> environment) {
        return BrokerAcls.of(
                BrokerTopics.configured(property -> variable(environment, property)), BrokerUsers.SUBSCRIBER);
    }

    private static @Nullable String variable(Map<String, String> environment, String property) {
        return environment.get(property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
    }

    static Map<String, Object> settings(Map<String, String> environment, Path login) throws IOException {
        return Map.of(
                "bootstrap.servers",
                environment.getOrDefault("PARLEY_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                Files.readString(login).strip());
    }
}
