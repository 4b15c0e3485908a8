package org.parley.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker and controller in this JVM, with its own folder, which listens only on the loopback address.
 * Topics are not created automatically, and records expire only when their topic configures it. Acknowledged records
 * survive {@code kill -9}. Kafka does not force each record to disk, so a power failure may lose the last ones.
 *
 * <p>Users sign in with passwords and have the rights that {@link #applyAcls} grants. On the port for clients that do not
 * sign in, every client is {@link BrokerUsers#ANONYMOUS}.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final DataFolderLock lock;
    private final Path data;
    private final KafkaListeners listeners;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Consumer<String> onFailure = this::noteFailure;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable String failure;
    private volatile @Nullable KafkaRaftServer server;

    private KafkaBroker(DataFolderLock lock, Path data, KafkaListeners listeners) {
        this.lock = lock;
        this.data = data;
        this.listeners = listeners;
    }

    /**
     * Starts the broker with the folder, which is created if missing. Rights persist across starts; a new broker has
     * none.
     *
     * @param port the TCP port for clients that do not sign in; 0 for a free port, which is stored with the data
     * @param users the users who may sign in besides {@link BrokerUsers#BROKER}; the passwords are stored with the data
     * @throws EmbeddedServerException if the folder is in use, the port is taken or the broker does not start within 90
     *     seconds
     */
    public static KafkaBroker start(Path folder, int port, Set<String> users) {
        KafkaBroker broker = prepare(folder, port, users);
        broker.run();
        return broker;
    }

    /** Locks the folder and chooses ports and passwords, so that the addresses are known before the broker runs. */
    static KafkaBroker prepare(Path folder, int port, Set<String> users) {
        return prepare(folder, port, (own, chosen) -> KafkaListeners.authenticated(own, chosen, users));
    }

    /** Starts a broker without access control. */
    public static KafkaBroker startOpenForTests(Path folder, int port) {
        KafkaBroker broker = prepare(folder, port, KafkaListeners::open);
        broker.run();
        return broker;
    }

    private static KafkaBroker prepare(Path folder, int port, BiFunction<Path, Integer, KafkaListeners> listeners) {
        DataFolderLock lock = DataFolderLock.acquire(folder);
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            int chosen = port == 0 ? LoopbackPorts.loadOrChoose(folder.resolve("port")) : port;
            if (!LoopbackPorts.isFree(chosen)) {
                throw portTaken(chosen, null);
            }
            Path data = folder.toAbsolutePath().normalize().resolve("data");
            return new KafkaBroker(lock, data, listeners.apply(folder, chosen));
        } catch (IOException e) {
            lock.close();
            throw new EmbeddedServerException(
                    "The Kafka folder %s cannot be prepared: %s".formatted(folder, e.getMessage()), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts the prepared broker and returns when it accepts connections. After a failure it is closed. */
    void run() {
        long begin = System.nanoTime();
        try {
            formatAndStart();
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
        LOG.info("Kafka on port {} after {} ms", listeners.port(), (System.nanoTime() - begin) / 1_000_000);
    }

    private void formatAndStart() {
        format(data);
        KafkaExitGuard.watch(onFailure);
        // On a separate thread, because a broker that fails at startup would block this one forever.
        Thread starting = Thread.ofPlatform().name("kafka-start").daemon().unstarted(this::startServer);
        try (KafkaLocaleGuard startLocale = KafkaLocaleGuard.forStart()) {
            starting.start();
            started.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw isBindFailure(e) ? portTaken(listeners.port(), e) : notStarted(e.getCause());
        } catch (TimeoutException e) {
            throw notStarted(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted(e);
        }
    }

    private void startServer() {
        try {
            KafkaRaftServer starting =
                    new KafkaRaftServer(new KafkaConfig(KafkaSettings.of(data, listeners), false), Time.SYSTEM);
            server = starting;
            starting.startup();
            started.complete(null);
        } catch (Throwable e) { // Scala code throws checked exceptions undeclared
            started.completeExceptionally(e);
        }
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .addDirectory(Files.createDirectories(data).toString())
                    .setMetadataLogDirectory(data.toString())
                    .run();
        } catch (Exception e) {
            throw new EmbeddedServerException(
                    "The Kafka folder %s cannot be prepared: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static EmbeddedServerException portTaken(int port, @Nullable Throwable cause) {
        return new EmbeddedServerException(
                "Kafka cannot start: port %d on %s is taken by another program. Stop that program, or set PARLEY_KAFKA_PORT to a free port (0 finds one)."
                        .formatted(port, LoopbackPorts.LOOPBACK),
                cause);
    }

    private static boolean isBindFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static EmbeddedServerException notStarted(@Nullable Throwable cause) {
        return new EmbeddedServerException("Kafka did not start: " + cause, cause);
    }

    private void noteFailure(String reason) {
        failure = reason;
        started.completeExceptionally(new IllegalStateException(reason));
    }

    /** The {@code bootstrap.servers} for clients that do not sign in. */
    public String bootstrapServers() {
        return KafkaListeners.address(listeners.port());
    }

    /**
     * The properties with which a client signs in, including the password.
     *
     * @param user a user with whom the broker was started, or {@link BrokerUsers#BROKER}
     */
    public Map<String, String> clientSettings(String user) {
        return listeners.clientSettings(user);
    }

    /**
     * Replaces all ACLs with these and waits until they are in effect.
     *
     * @throws EmbeddedServerException if the broker refuses, or does not respond within a minute
     */
    public void applyAcls(BrokerAcls rights) {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings(BrokerUsers.BROKER)))) {
            rights.apply(admin);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new EmbeddedServerException("The ACLs of Kafka cannot be set: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The ACLs of Kafka were not set", e);
        }
    }

    /** Why the broker failed after its start, for example because its disk is full. Empty while it runs. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void closeAfter(RuntimeException failedStart) {
        try {
            close();
        } catch (RuntimeException e) {
            failedStart.addSuppressed(e);
        }
    }

    /** Stops the broker. Waits at most 30 seconds, then logs a warning. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            KafkaRaftServer running = server;
            if (running != null) {
                stop(running);
            }
        } finally {
            KafkaExitGuard.unwatch(onFailure);
        }
    }

    private static void stop(KafkaRaftServer server) {
        Thread stopping = Thread.ofPlatform().name("kafka-stop").daemon().start(() -> {
            server.shutdown();
            server.awaitShutdown();
        });
        try {
            if (!stopping.join(CLOSE_LIMIT)) {
                LOG.warn("Kafka did not stop within {}", CLOSE_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
