package org.parley.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.embedded.PostgresDurability;
import org.parley.embedded.PostgresServer;
import org.parley.embedded.ProcessState;

/**
 * A PostgreSQL server for a single test, durable as in production. The test can stop, kill and restart it with the same
 * data, port and password.
 */
public final class DedicatedPostgres implements AutoCloseable {
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(20);

    private final Path folder = TestFolders.folder("own-postgres-" + UUID.randomUUID());
    private @Nullable PostgresServer running;
    private final TestDatabase database;

    private DedicatedPostgres() {
        PostgresServer server = launch();
        running = server;
        database = new TestDatabase(server.jdbcUrl(), server.username(), server.password());
    }

    /** Starts a server with an empty database. */
    public static DedicatedPostgres start() {
        return new DedicatedPostgres();
    }

    private PostgresServer launch() {
        return PostgresServer.start(folder, TestFolders.binaries(), PostgresDurability.DURABLE);
    }

    /** The database; it has the same address after each start. */
    public TestDatabase database() {
        return database;
    }

    /** Shuts the server down cleanly; open transactions are rolled back. */
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Kills the server and its sessions at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        if (running == null) {
            return;
        }
        List<ProcessHandle> processes = running.process().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + KILL_TIMEOUT.toNanos();
        while (processes.stream().anyMatch(ProcessState::isRunning) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        stop(); // no process is left: this only releases the folder
    }

    /** Starts the server again after a stop or a kill. */
    public void restart() {
        if (running != null) {
            throw new IllegalStateException("The server is running");
        }
        running = launch();
        if (!running.jdbcUrl().equals(database.jdbcUrl())) {
            throw new IllegalStateException("The port was taken while the server was down");
        }
    }

    /** Stops the server and deletes its data. */
    @Override
    public void close() {
        stop();
        TestFolders.delete(folder);
    }
}
