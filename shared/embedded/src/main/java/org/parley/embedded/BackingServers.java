package org.parley.embedded;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka with one data folder: all backing services that Parley needs. */
public final class BackingServers implements AutoCloseable {
    private final DataFolderLock lock;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private BackingServers(DataFolderLock lock, PostgresServer postgres, KafkaBroker kafka) {
        this.lock = lock;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /**
     * Starts both servers concurrently. If one fails, the other is stopped.
     *
     * @param dataFolder the folder with the data of both servers; created if missing
     * @param kafkaPort the TCP port of Kafka for clients that do not sign in; 0 for a free port, which is stored with
     *     the data
     * @param kafkaUsers the users who may sign in at Kafka
     * @throws EmbeddedServerException if the folder is in use, the port is taken, or a server does not start
     */
    public static BackingServers start(Path dataFolder, int kafkaPort, Set<String> kafkaUsers) {
        DataFolderLock lock = DataFolderLock.acquire(dataFolder);
        CompletableFuture<PostgresServer> postgres =
                inBackground("postgres-start", () -> PostgresServer.start(dataFolder.resolve("postgres")));
        CompletableFuture<KafkaBroker> kafka = inBackground(
                "kafka-start", () -> KafkaBroker.start(dataFolder.resolve("kafka"), kafkaPort, kafkaUsers));
        try {
            CompletableFuture.allOf(postgres, kafka).join();
        } catch (CompletionException e) {
            RuntimeException failure = e.getCause() instanceof RuntimeException reason ? reason : e;
            closeAll(failure, startedOrNull(kafka), startedOrNull(postgres), lock);
            throw failure;
        }
        return new BackingServers(lock, postgres.join(), kafka.join());
    }

    private static <T> CompletableFuture<T> inBackground(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                start, task -> Thread.ofPlatform().name(name).start(task));
    }

    private static <T> @Nullable T startedOrNull(CompletableFuture<T> server) {
        return server.isCompletedExceptionally() ? null : server.join();
    }

    private static void closeAll(RuntimeException failure, @Nullable AutoCloseable... servers) {
        for (AutoCloseable server : servers) {
            try {
                if (server != null) {
                    server.close();
                }
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** The database server. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The broker. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** Stops Kafka, then PostgreSQL, and releases the folder. Close the clients of both first. */
    @Override
    public void close() {
        try (lock;
                postgres) {
            kafka.close();
        }
    }
}
