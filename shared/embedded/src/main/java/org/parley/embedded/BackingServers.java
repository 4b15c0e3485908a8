package org.parley.embedded;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka with one data folder: all backing services that Parley needs. */
public final class BackingServers implements AutoCloseable {
    private final DataFolderLock lock;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final CompletableFuture<Void> postgresStart;
    private final CompletableFuture<Void> kafkaStart;

    private BackingServers(DataFolderLock lock, PostgresServer postgres, KafkaBroker kafka, Path binaries) {
        this.lock = lock;
        this.postgres = postgres;
        this.kafka = kafka;
        this.postgresStart = inBackground("postgres-start", () -> postgres.run(binaries));
        this.kafkaStart = inBackground("kafka-start", kafka::run);
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
        BackingServers servers = begin(dataFolder, kafkaPort, kafkaUsers);
        try {
            servers.awaitKafka();
            servers.awaitPostgres();
            return servers;
        } catch (RuntimeException e) {
            closeAll(e, servers);
            throw e;
        }
    }

    /**
     * Starts both servers in the background and returns as soon as their addresses and passwords are known. Wait with
     * {@link #awaitPostgres} and {@link #awaitKafka} before the first connection.
     *
     * @param dataFolder as of {@link #start}
     * @param kafkaPort as of {@link #start}
     * @param kafkaUsers as of {@link #start}
     * @throws EmbeddedServerException if the folder is in use or the port is taken
     */
    public static BackingServers begin(Path dataFolder, int kafkaPort, Set<String> kafkaUsers) {
        DataFolderLock lock = DataFolderLock.acquire(dataFolder);
        KafkaBroker kafka = null;
        try {
            // Kafka first, because its port is the one that a user may have to change.
            kafka = KafkaBroker.prepare(dataFolder.resolve("kafka"), kafkaPort, kafkaUsers);
            Path folder = dataFolder.resolve("postgres");
            PostgresServer postgres = PostgresServer.prepare(folder, PostgresDurability.DURABLE);
            return new BackingServers(lock, postgres, kafka, folder.resolve("binaries"));
        } catch (RuntimeException e) {
            closeAll(e, kafka, lock);
            throw e;
        }
    }

    private static CompletableFuture<Void> inBackground(String name, Runnable start) {
        return CompletableFuture.runAsync(
                start, task -> Thread.ofPlatform().name(name).start(task));
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

    /**
     * Waits until PostgreSQL accepts connections.
     *
     * @throws EmbeddedServerException if it does not start
     */
    public void awaitPostgres() {
        await(postgresStart);
    }

    /**
     * Waits until Kafka accepts connections.
     *
     * @throws EmbeddedServerException if it does not start
     */
    public void awaitKafka() {
        await(kafkaStart);
    }

    private static void await(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** The database server; its address and password are known before it runs. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The broker; its addresses and passwords are known before it runs. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /**
     * Stops Kafka, then PostgreSQL, and releases the folder. A start in progress is finished first, because a server
     * that is stopped halfway may stay behind. Close the clients of both first.
     */
    @Override
    public void close() {
        CompletableFuture.allOf(postgresStart, kafkaStart)
                .handle((done, failure) -> null)
                .join();
        try (lock;
                postgres) {
            kafka.close();
        }
    }
}
