package org.parley.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL and a real Kafka broker, started once per JVM and shared by its tests: containers where Docker
 * has their images, otherwise the embedded servers on a folder under {@code target}. The environment variable
 * {@code PARLEY_TEST_SERVICES} set to {@code docker} (which pulls missing images) or {@code embedded} takes the choice away.
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
     * The services of this JVM. Each server takes some seconds to start, once, when it is first asked for.
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
        Services chosen = choose(System.getenv().getOrDefault("PARLEY_TEST_SERVICES", ""));
        LOG.info("Tests run on {}", chosen.kind());
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
        if (!ContainerServices.canStart()) {
            return EmbeddedServices.start();
        }
        try {
            return ContainerServices.start();
        } catch (RuntimeException e) {
            LOG.warn("Docker has the images, but its containers do not start; taking the embedded servers", e);
            return EmbeddedServices.start();
        }
    }

    /** A fresh, empty database; it goes with the server. The first call may wait for PostgreSQL to start. */
    public TestDatabase newDatabase() {
        String name =
                EmbeddedServices.DATABASE_PREFIX + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = services.home().get().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No test database could be created", e);
        }
        return services.database(name);
    }

    /** What Kafka clients take as {@code bootstrap.servers}. The first call may wait for Kafka to start. */
    public String bootstrapServers() {
        return services.bootstrapServers().get();
    }
}
