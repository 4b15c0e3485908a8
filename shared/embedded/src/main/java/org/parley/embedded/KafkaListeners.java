package org.parley.embedded;

import static org.parley.embedded.KafkaSettings.CONTROLLER;
import static org.parley.embedded.KafkaSettings.NODE_ID;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerUsers;
import org.parley.broker.PlainLogin;

/**
 * The listeners of a broker. Subscribers connect to a public port without a password and may read. The services sign in
 * at a second port, which is stored with the data. The broker's own connections, also those to its controller, sign in
 * too: otherwise the broker would be anonymous and have no rights.
 *
 * <p>Two listeners are necessary, because a listener requires sign-in of all clients or of none.
 *
 * @param port the port of the subscribers
 * @param services the port of the services; that of the subscribers without access control
 * @param controller the port of the controller
 * @param credentials the users who may sign in; null without access control
 */
record KafkaListeners(
        int port, int services, int controller, @Nullable KafkaCredentials credentials) {
    private static final String SUBSCRIBERS = "SUBSCRIBERS";
    private static final String SERVICES = "SERVICES";
    private static final String PLAIN = "PLAIN";

    /** The name of the only listener without access control; it is Kafka's default name. */
    private static final String OPEN = "PLAINTEXT";

    /** A listener for services, which sign in, and a read-only listener for subscribers. */
    static KafkaListeners authenticated(Path folder, int port, Set<String> users) {
        int services = LoopbackPorts.loadOrChoose(folder.resolve("services-port"), Set.of(port));
        int controller = LoopbackPorts.loadOrChoose(folder.resolve("controller-port"), Set.of(port, services));
        return new KafkaListeners(
                port, services, controller, KafkaCredentials.loadOrCreate(folder.resolve("credentials"), users));
    }

    /** One listener without access control. */
    static KafkaListeners open(Path folder, int port) {
        return new KafkaListeners(
                port, port, LoopbackPorts.loadOrChoose(folder.resolve("controller-port"), Set.of(port)), null);
    }

    /** The broker's settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + address(controller));
        if (credentials == null) {
            settings.putAll(listeners(Map.of(OPEN, port)));
            settings.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT," + OPEN + ":PLAINTEXT");
            settings.put("inter.broker.listener.name", OPEN);
        } else {
            settings.putAll(listeners(Map.of(SUBSCRIBERS, port, SERVICES, services)));
            settings.put(
                    "listener.security.protocol.map",
                    "%s:SASL_PLAINTEXT,%s:SASL_PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER, SERVICES, SUBSCRIBERS));
            settings.put("inter.broker.listener.name", SERVICES);
            settings.putAll(authentication(credentials));
            settings.putAll(authorization());
        }
        return settings;
    }

    private Map<String, String> listeners(Map<String, Integer> brokers) {
        String advertised = brokers.entrySet().stream()
                .map(listener -> listener.getKey() + "://" + address(listener.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
        return Map.of(
                "listeners",
                advertised + "," + CONTROLLER + "://" + address(controller),
                "advertised.listeners",
                advertised);
    }

    private static Map<String, String> authentication(KafkaCredentials credentials) {
        PlainLogin broker = credentials.broker();
        return Map.of(
                "sasl.mechanism.inter.broker.protocol",
                PLAIN,
                "sasl.mechanism.controller.protocol",
                PLAIN,
                setting(SERVICES, "sasl.enabled.mechanisms"),
                PLAIN,
                setting(SERVICES, "plain.sasl.jaas.config"),
                broker.serverJaas(credentials.logins().values()),
                setting(CONTROLLER, "sasl.enabled.mechanisms"),
                PLAIN,
                setting(CONTROLLER, "plain.sasl.jaas.config"),
                broker.serverJaas(List.of(broker)));
    }

    private static String setting(String listener, String name) {
        return "listener.name." + listener.toLowerCase(Locale.ROOT) + "." + name;
    }

    private static Map<String, String> authorization() {
        return Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "false",
                "super.users", "User:" + BrokerUsers.BROKER);
    }

    /** The client properties of a user; without access control only the address. */
    Map<String, String> clientSettings(String user) {
        Map<String, String> login =
                credentials == null ? Map.of() : credentials.of(user).clientSettings();
        return Stream.of(Map.of("bootstrap.servers", address(services)), login)
                .flatMap(settings -> settings.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String address(int port) {
        return LoopbackPorts.LOOPBACK + ":" + port;
    }
}
