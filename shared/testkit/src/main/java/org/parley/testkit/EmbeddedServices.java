package org.parley.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parley.embedded.Durability;
import org.parley.embedded.KafkaBroker;
import org.parley.embedded.PostgresServer;

/** The embedded servers, on folders that the next run of the same module takes over and empties. */
final class EmbeddedServices {
    static final String DATABASE_PREFIX = "test_";

    private EmbeddedServices() {}

    static Services start() {
        // Two JVMs of one module, as of an editor and a build, must not meet: each takes a place of its own.
        SharedPlace place = SharedPlace.take();
        CompletableFuture<PostgresServer> starting = CompletableFuture.supplyAsync(() -> postgres(place.folder()));
        Folders.delete(place.folder().resolve("kafka"));
        KafkaBroker kafka = KafkaBroker.startOpenForTests(place.folder().resolve("kafka"), 0);
        PostgresServer postgres = starting.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.close();
            postgres.close();
            place.close();
        }));
        return new Services(
                "embedded servers",
                new TestDatabase(postgres.jdbcUrl(), postgres.username(), postgres.password()),
                postgres::jdbcUrl,
                kafka.bootstrapServers());
    }

    /** PostgreSQL keeps its folder from run to run: that saves seconds. Only the databases of the last run go. */
    private static PostgresServer postgres(Path folder) {
        PostgresServer server =
                PostgresServer.start(folder.resolve("postgres"), Folders.binaries(), Durability.FAST_FOR_TESTS);
        TestDatabase home = new TestDatabase(server.jdbcUrl(), server.username(), server.password());
        try (Connection connection = home.dataSource().getConnection();
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
