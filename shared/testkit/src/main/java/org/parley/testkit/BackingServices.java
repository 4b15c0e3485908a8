package org.parley.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL and a real Kafka broker, started once per JVM and shared by its tests: containers where Docker
 * answers, otherwise the embedded servers on a folder under {@code target}. The environment variable
 * {@code PARLEY_TEST_SERVICES} set to {@code docker} or {@code embedded} takes the choice away.
 *
 * <p>Tests keep apart by a database of their own and by topic names of their own. A test that needs a server to fail takes
 * {@link OwnPostgres} or {@link OwnBroker} instead.
 */
public final class BackingServices {
    private static final Logger LOG = LoggerFactory.getLogger(BackingServices.class);

    private final Services services;

    private BackingServices(Services services) {
        this.services = services;
    }

    /**
     * The services of this JVM, started by the first call (some seconds).
     *
     * @throws RuntimeException if they cannot be started
     */
    public static BackingServices shared() {
        return Holder.SHARED;
    }

    private static final class Holder {
        private static final BackingServices SHARED = new BackingServices(choose());
    }

    private static Services choose() {
        long begin = System.nanoTime();
        Services chosen = choose(System.getenv().getOrDefault("PARLEY_TEST_SERVICES", ""));
        LOG.info("Tests run on {}, ready after {} ms", chosen.kind(), (System.nanoTime() - begin) / 1_000_000);
        return chosen;
    }

    private static Services choose(String wish) {
        return switch (wish) {
            case "docker" -> ContainerServices.start();
            case "embedded" -> EmbeddedServices.start();
            case "" -> containersOrEmbedded();
            default ->
                throw new IllegalArgumentException(
                        "PARLEY_TEST_SERVICES is '%s'; it may be docker or embedded".formatted(wish));
        };
    }

    private static Services containersOrEmbedded() {
        if (!Docker.answers()) {
            return EmbeddedServices.start();
        }
        try {
            return ContainerServices.start();
        } catch (RuntimeException e) { // an engine, but no images and no registry
            LOG.warn("Docker answers, but its containers do not start; taking the embedded servers", e);
            return EmbeddedServices.start();
        }
    }

    /** A fresh, empty database; it goes with the server. */
    public TestDatabase newDatabase() {
        String name =
                EmbeddedServices.DATABASE_PREFIX + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = services.home().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No test database could be created", e);
        }
        return services.database(name);
    }

    /** What Kafka clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return services.bootstrapServers();
    }
}
