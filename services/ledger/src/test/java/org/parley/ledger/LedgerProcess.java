package org.parley.ledger;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.parley.testkit.TestSeal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger of its own for a test, on real servers: its port, its database and its topic are nobody else's. */
final class LedgerProcess implements AutoCloseable {
    static final String CHIEF_PASSWORD = "the chief's password";

    /** Nobody compares its store with a topic, so it must not wait for that. */
    static final Map<String, String> WITHOUT_RELAY =
            Map.of("parley.ledger.relay.enabled", "false", "parley.ledger.start-uncompared", "true");

    private final ConfigurableApplicationContext context;

    private LedgerProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A ledger on a fresh database, which relays nothing. */
    static LedgerProcess withoutRelay() {
        return start(BackingServices.shared().newDatabase(), newTopic(), WITHOUT_RELAY);
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
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        List<Class<?>> sources = new ArrayList<>(List.of(more));
        sources.add(LedgerApplication.class);
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        return new LedgerProcess(application.run(arguments.toArray(String[]::new)));
    }

    static String newTopic() {
        return "ledger-" + UUID.randomUUID();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
