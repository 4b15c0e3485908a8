package org.parley.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The program that sets the rights at a broker that runs beside the services, as {@code docker-compose.yml} starts it. It
 * is configured as they are: by the environment, and by the file {@code parley.kafka.client.sasl.jaas.config} in the folder
 * {@code /run/secrets}, here with the broker's own login. It ends with 0 once the broker goes by the rights.
 */
final class SetRights {
    private static final String LOGIN = "/run/secrets/parley.kafka.client.sasl.jaas.config";

    private SetRights() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "org/parley/broker/logback.xml");
        try (Admin admin = Admin.create(settings(System.getenv(), Path.of(LOGIN)))) {
            rights(System.getenv()).apply(admin);
        }
    }

    static BrokerRights rights(Map<String, String> environment) {
        return BrokerRights.of(
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
