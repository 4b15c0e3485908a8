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
import org.parley.embedded.KafkaBroker;
import org.parley.embedded.PostgresDurability;
import org.parley.embedded.PostgresServer;

/** The embedded servers, in folders that the next run of the same module reuses and empties. */
final class EmbeddedServers {
    static final String DATABASE_PREFIX = "test_";

    private EmbeddedServers() {}

    /** PostgreSQL starts in the background, since every module needs it; Kafka starts only when it is used. */
    static TestServers start() {
        // Two JVMs of one module, such as those of an IDE and a build, must not share a folder.
        Path folder = SharedFixtures.get(SharedServerFolder.class, SharedServerFolder::acquire)
                .folder();
        Supplier<PostgresServer> postgres = () -> SharedFixtures.get(PostgresServer.class, () -> postgres(folder));
        Supplier<KafkaBroker> kafka = () -> SharedFixtures.get(KafkaBroker.class, () -> kafka(folder));
        Thread.ofPlatform().daemon().name("postgres-start").start(new FutureTask<>(postgres::get));
        return new TestServers(
                "embedded servers",
                () -> home(postgres.get()),
                name -> postgres.get().jdbcUrl(name),
                () -> kafka.get().bootstrapServers());
    }

    private static KafkaBroker kafka(Path folder) {
        TestFolders.delete(folder.resolve("kafka"));
        return KafkaBroker.startOpenForTests(folder.resolve("kafka"), 0);
    }

    private static TestDatabase home(PostgresServer server) {
        return new TestDatabase(server.jdbcUrl(), server.username(), server.password());
    }

    /** The data folder is reused, which saves seconds; only the databases of the previous run are dropped. */
    private static PostgresServer postgres(Path folder) {
        PostgresServer server = PostgresServer.start(
                folder.resolve("postgres"), TestFolders.binaries(), PostgresDurability.FAST_FOR_TESTS);
        try (Connection connection = home(server).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : databasesOfPreviousRun(statement)) {
                statement.execute("drop database " + name);
            }
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("The databases of the previous run could not be dropped", e);
        }
        return server;
    }

    private static List<String> databasesOfPreviousRun(Statement statement) throws SQLException {
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
