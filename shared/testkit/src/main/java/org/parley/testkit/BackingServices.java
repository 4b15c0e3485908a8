package org.parley.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL and a real Kafka broker, started once per JVM and shared by its tests: containers if Docker has
 * their images, otherwise the embedded servers in a folder under {@code target}. The environment variable
 * {@code PARLEY_TEST_SERVICES} overrides the choice: {@code docker} (which pulls missing images) or {@code embedded}.
 *
 * <p>Each test uses a separate database and separate topic names. A test that stops or kills a server starts an
 * {@link DedicatedPostgres} or {@link DedicatedBroker} instead.
 */
public final class BackingServices {
    private static final Logger LOG = LoggerFactory.getLogger(BackingServices.class);

    private final TestServers services;

    private BackingServices(TestServers services) {
        this.services = services;
    }

    /**
     * The services of this JVM. Each server starts when it is first used, which takes some seconds.
     *
     * @throws RuntimeException if they cannot be started
     */
    public static BackingServices shared() {
        return Holder.SHARED;
    }

    private static final class Holder {
        private static final BackingServices SHARED = new BackingServices(choose());
    }

    private static TestServers choose() {
        TestServers chosen = choose(System.getenv().getOrDefault("PARLEY_TEST_SERVICES", ""));
        LOG.info("Tests run on {}", chosen.kind());
        return chosen;
    }

    private static TestServers choose(String setting) {
        return switch (setting) {
            case "docker" -> ContainerServers.start();
            case "embedded" -> EmbeddedServers.start();
            case "" -> containersOrEmbedded();
            default ->
                throw new IllegalArgumentException(
                        "PARLEY_TEST_SERVICES is '%s'; use docker or embedded".formatted(setting));
        };
    }

    private static TestServers containersOrEmbedded() {
        if (!ContainerServers.canStart()) {
            return EmbeddedServers.start();
        }
        try {
            return ContainerServers.start();
        } catch (RuntimeException e) {
            LOG.warn("Docker has the images, but the containers do not start; using the embedded servers", e);
            return EmbeddedServers.start();
        }
    }

    /** Creates an empty database, which is removed with the server. The first call may wait for PostgreSQL to start. */
    public TestDatabase newDatabase() {
        String name =
                EmbeddedServers.DATABASE_PREFIX + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection =
                        services.defaultDatabase().get().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be created", e);
        }
        return services.database(name);
    }

    /** The {@code bootstrap.servers} of Kafka clients. The first call may wait for Kafka to start. */
    public String bootstrapServers() {
        return services.bootstrapServers().get();
    }
}
