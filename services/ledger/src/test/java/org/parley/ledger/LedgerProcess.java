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
import org.parley.testkit.TestSealKeys;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger for tests, with real PostgreSQL and Kafka servers. */
final class LedgerProcess implements AutoCloseable {
    static final String CHIEF_PASSWORD = "the chief's password";

    /** Without a relay nothing compares the store with a topic, so commands must not wait for it. */
    static final Map<String, String> WITHOUT_RELAY =
            Map.of("parley.ledger.relay.enabled", "false", "parley.ledger.start-uncompared", "true");

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private LedgerProcess(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** The ledger for all tests of commands, without a relay. Each test opens its own negotiations. */
    static LedgerProcess shared() {
        return SharedFixtures.get(
                "ledger", () -> withoutRelay(BackingServices.shared().newDatabase()));
    }

    /** The ledger for tests that run their own relays on the whole database. */
    static LedgerProcess sharedByRelays() {
        return SharedFixtures.get(
                "ledger of relays", () -> withoutRelay(BackingServices.shared().newDatabase()));
    }

    /** A second ledger on the same database. */
    LedgerProcess another() {
        return withoutRelay(database);
    }

    private static LedgerProcess withoutRelay(TestDatabase database) {
        return start(database, newTopic(), WITHOUT_RELAY);
    }

    /** Starts a ledger with further properties. */
    static LedgerProcess start(TestDatabase database, String topic, Map<String, String> properties) {
        return start(database, BackingServices.shared().bootstrapServers(), topic, properties);
    }

    /** Starts a ledger with another Kafka and further configuration classes. */
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
                "--parley.stream.seal-key=" + TestSealKeys.TEXT,
                "--parley.access.password=" + CHIEF_PASSWORD,
                "--spring.main.banner-mode=off"));
        // Spring joins repeated arguments, so a test's value must replace the default.
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
