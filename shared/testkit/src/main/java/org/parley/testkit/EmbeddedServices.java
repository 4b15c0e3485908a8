package org.parley.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.parley.embedded.Durability;
import org.parley.embedded.KafkaBroker;
import org.parley.embedded.PostgresServer;

/** The embedded servers, on folders that the next run of the same module takes over and empties. */
final class EmbeddedServices {
    static final String DATABASE_PREFIX = "test_";

    private EmbeddedServices() {}

    /** PostgreSQL starts in the background, since every module needs it; Kafka only for those that ask for it. */
    static Services start() {
        // Two JVMs of one module, as of an editor and a build, must not meet: each takes its own place.
        Path folder = SharedFixtures.get(SharedPlace.class, SharedPlace::take).folder();
        Supplier<PostgresServer> postgres = () -> SharedFixtures.get(PostgresServer.class, () -> postgres(folder));
        Supplier<KafkaBroker> kafka = () -> SharedFixtures.get(KafkaBroker.class, () -> kafka(folder));
        Thread.ofPlatform().daemon().name("postgres-start").start(new FutureTask<>(postgres::get));
        return new Services(
                "embedded servers",
                () -> home(postgres.get()),
                name -> postgres.get().jdbcUrl(name),
                () -> kafka.get().bootstrapServers());
    }

    private static KafkaBroker kafka(Path folder) {
        Folders.delete(folder.resolve("kafka"));
        return KafkaBroker.startOpenForTests(folder.resolve("kafka"), 0);
    }

    private static TestDatabase home(PostgresServer server) {
        return new TestDatabase(server.jdbcUrl(), server.username(), server.password());
    }

    /** PostgreSQL keeps its folder from run to run: that saves seconds. Only the databases of the last run go. */
    private static PostgresServer postgres(Path folder) {
        PostgresServer server =
                PostgresServer.start(folder.resolve("postgres"), Folders.binaries(), Durability.FAST_FOR_TESTS);
        try (Connection connection = home(server).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : databasesOfTheLastRun(statement)) {
                statement.execute("drop database " + name);
            }
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("The databases of the last run could not be removed", e);
        }
        return server;
    }

    private static List<String> databasesOfTheLastRun(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select datname from pg_database where starts_with(datname, '%s')".formatted(DATABASE_PREFIX))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
