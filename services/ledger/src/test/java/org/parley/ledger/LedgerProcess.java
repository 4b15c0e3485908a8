package org.parley.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.parley.testkit.ApiClient;
import org.parley.testkit.BackingServices;
import org.parley.testkit.SharedFixtures;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSeal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger for tests, on real servers. */
final class LedgerProcess implements AutoCloseable {
    static final String CHIEF_PASSWORD = "the chief's password";

    /** Nobody compares its store with a topic, so it must not wait for that. */
    static final Map<String, String> WITHOUT_RELAY =
            Map.of("parley.ledger.relay.enabled", "false", "parley.ledger.start-uncompared", "true");

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private LedgerProcess(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** The one for all tests that give commands: it relays nothing. Each test opens its own negotiations. */
    static LedgerProcess shared() {
        return SharedFixtures.get(
                "ledger", () -> withoutRelay(BackingServices.shared().newDatabase()));
    }

    /** The one for tests that run relays themselves, on all that its database holds. */
    static LedgerProcess sharedByRelays() {
        return SharedFixtures.get(
                "ledger of relays", () -> withoutRelay(BackingServices.shared().newDatabase()));
    }

    /** Another ledger on the database of this one. */
    LedgerProcess another() {
        return withoutRelay(database);
    }

    private static LedgerProcess withoutRelay(TestDatabase database) {
        return start(database, newTopic(), WITHOUT_RELAY);
    }

    /** A ledger on a database and a topic, with further properties. */
    static LedgerProcess start(TestDatabase database, String topic, Map<String, String> properties) {
        return start(database, BackingServices.shared().bootstrapServers(), topic, properties);
    }

    /** The same on another Kafka, and with further configuration classes. */
    static LedgerProcess start(
            TestDatabase database,
            String bootstrapServers,
            String topic,
            Map<String, String> properties,
            Class<?>... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--parley.kafka.bootstrap-servers=" + bootstrapServers,
                "--parley.ledger.relay.topic=" + topic,
                "--parley.ledger.relay.lease=1s",
                "--parley.ledger.relay.partitions=3",
                "--parley.stream.seal-key=" + TestSeal.TEXT,
                "--parley.access.password=" + CHIEF_PASSWORD,
                "--spring.main.banner-mode=off"));
        // Spring joins what is given twice: what a test gives stands in the place of what is usual.
        arguments.removeIf(usual -> properties.containsKey(usual.substring(2, usual.indexOf('='))));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        List<Class<?>> sources = new ArrayList<>(List.of(more));
        sources.add(LedgerApplication.class);
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        return new LedgerProcess(database, application.run(arguments.toArray(String[]::new)));
    }

    static String newTopic() {
        return "ledger-" + UUID.randomUUID();
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String address() {
        return "http://localhost:" + port();
    }

    ApiClient anonymous() {
        return ApiClient.anonymous(address());
    }

    ApiClient chief() {
        return anonymous().as("chief", CHIEF_PASSWORD);
    }

    ApiClient editor() {
        return withRole("EDITOR");
    }

    ApiClient reader() {
        return withRole("READER");
    }

    private ApiClient withRole(String role) {
        String name = role.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        return chief().newAccount(name, role, "somebody's password");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
