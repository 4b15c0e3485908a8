package org.parley.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 with its own folder, which listens only on the loopback address. Its data, port and password are
 * stored in the folder, so a later start reuses them, also after {@code kill -9} of this process or of the server.
 */
public final class PostgresServer implements AutoCloseable {
    /** The role that owns the database; it may create databases and is not a superuser. */
    private static final String NAME = "parley";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final DataFolderLock lock;
    private final PostgresFolder folder;
    private final int port;
    private final String password;
    private final PostgresDurability durability;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(
            DataFolderLock lock, PostgresFolder folder, int port, String password, PostgresDurability durability) {
        this.lock = lock;
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.durability = durability;
    }

    /**
     * Starts the server with the folder, which is created if missing. The server of a killed process is stopped first.
     *
     * @throws EmbeddedServerException if the folder is in use or the server does not start within a minute
     */
    public static PostgresServer start(Path folder) {
        return start(folder, folder.resolve("binaries"), PostgresDurability.DURABLE);
    }

    /**
     * Starts the server as {@link #start(Path)} does, for tests.
     *
     * @param binaries the folder for the server's binaries, which must outlive the server
     * @throws EmbeddedServerException as {@link #start(Path)}
     */
    public static PostgresServer start(Path folder, Path binaries, PostgresDurability durability) {
        PostgresServer server = prepare(folder, durability);
        server.run(binaries);
        return server;
    }

    /** Locks the folder and chooses port and password, so that the address is known before the server runs. */
    static PostgresServer prepare(Path folder, PostgresDurability durability) {
        DataFolderLock lock = DataFolderLock.acquire(folder);
        PostgresFolder layout = new PostgresFolder(folder.toAbsolutePath().normalize());
        try {
            layout.prepare();
            String password = PostgresPassword.loadOrCreate(layout.password());
            int port = LoopbackPorts.loadOrChoose(layout.port());
            return new PostgresServer(lock, layout, port, password, durability);
        } catch (IOException | RuntimeException e) {
            throw failedStart(layout, lock, e);
        }
    }

    /** Starts the prepared server and returns when it accepts connections. After a failure it is closed. */
    void run(Path binaries) {
        long begin = System.nanoTime();
        try {
            PostgresProcess.start(folder, binaries, port, durability);
            checkAndComplete();
            LOG.info("PostgreSQL on port {} after {} ms", port, (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException | SQLException | RuntimeException e) {
            closed.set(true);
            throw failedStart(folder, lock, e);
        }
    }

    private static EmbeddedServerException failedStart(PostgresFolder folder, DataFolderLock lock, Exception cause) {
        EmbeddedServerException failure = cause instanceof EmbeddedServerException known
                ? known
                : new EmbeddedServerException(
                        "PostgreSQL did not start: %s%nThe end of its log, %s:%n%s"
                                .formatted(cause.getMessage(), folder.log(), folder.endOfLog()),
                        cause);
        try (lock) {
            Postmaster.stopOn(folder.data());
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void checkAndComplete() throws SQLException, IOException {
        try (Connection connection = administrator().getConnection();
                Statement statement = connection.createStatement()) {
            for (var setting : durability.settings().entrySet()) {
                String actual = only(statement, "show " + setting.getKey());
                if (!setting.getValue().equals(actual)) {
                    throw new EmbeddedServerException("PostgreSQL runs with %s = %s instead of %s"
                            .formatted(setting.getKey(), actual, setting.getValue()));
                }
            }
            // The password has no characters that need quoting.
            if (only(statement, "select count(*) from pg_roles where rolname = '%s'".formatted(NAME))
                    .equals("0")) {
                statement.execute("create role %s login createdb password '%s'".formatted(NAME, password));
            }
            if (only(statement, "select count(*) from pg_database where datname = '%s'".formatted(NAME))
                    .equals("0")) {
                statement.execute("create database %1$s owner %1$s".formatted(NAME));
            }
        }
        folder.markComplete();
    }

    private static String only(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private DataSource administrator() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl("postgres"));
        source.setUser(PostgresProcess.SUPERUSER);
        source.setPassword(password);
        return source;
    }

    /** The address of the database {@code parley}, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** The address of a database of this server; the database need not exist. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPorts.LOOPBACK, port, database);
    }

    /** The role for connections: it owns {@code parley}, may create databases, and is not a superuser. */
    public String username() {
        return NAME;
    }

    /** The password of the role; it does not change between starts. */
    public String password() {
        return password;
    }

    /** The server process; its children are the sessions. Empty when it does not run. For fault tests. */
    public Optional<ProcessHandle> process() {
        try {
            return Postmaster.runningOn(folder.data()).map(Postmaster::process);
        } catch (IOException e) {
            throw new EmbeddedServerException("The PostgreSQL process was not found", e);
        }
    }

    /** Stops the server in at most 45 seconds; open transactions are rolled back. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            Postmaster.stopOn(folder.data());
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL was not stopped: " + e.getMessage(), e);
        }
    }
}
