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
import org.parley.broker.BrokerRights;
import org.parley.broker.BrokerUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this JVM, its own controller, on a folder of its own, listening on the loopback address only.
 * Topics are never made by mere use, and nothing expires unless its topic says so. Acknowledged records survive
 * {@code kill -9}; like any single broker it does not force each of them to the disk, so a power failure may take the
 * last ones.
 *
 * <p>Its users sign in with a password each and have the rights that {@link #allow} gives them. Without signing in a
 * client gets in as {@link BrokerUsers#ANONYMOUS}, at a port where nothing else is possible.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final FolderLock lock;
    private final KafkaListeners listeners;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Consumer<String> onFailure = this::noteFailure;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable String failure;
    private volatile @Nullable KafkaRaftServer server;

    private KafkaBroker(FolderLock lock, KafkaListeners listeners) {
        this.lock = lock;
        this.listeners = listeners;
    }

    /**
     * Starts the broker on the folder, made if it is missing. Rights that were given before are in effect; a new broker
     * has none.
     *
     * @param port the TCP port for clients that do not sign in; 0 for a free one, kept with the data
     * @param users who may sign in, with passwords that are kept with the data, beside {@link BrokerUsers#BROKER}
     * @throws EmbeddedServerException if the folder is in use, the port is taken or the broker does not start within 90
     *     seconds
     */
    public static KafkaBroker start(Path folder, int port, Set<String> users) {
        return start(folder, port, (own, chosen) -> KafkaListeners.authenticated(own, chosen, users));
    }

    /** Starts a broker at which everybody may do everything. */
    public static KafkaBroker startOpenForTests(Path folder, int port) {
        return start(folder, port, KafkaListeners::open);
    }

    private static KafkaBroker start(Path folder, int port, BiFunction<Path, Integer, KafkaListeners> listeners) {
        long begin = System.nanoTime();
        FolderLock lock = FolderLock.take(folder);
        KafkaBroker broker;
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            int chosen = port == 0 ? Ports.kept(folder.resolve("port")) : port;
            if (!Ports.isFree(chosen)) {
                throw portTaken(chosen, null);
            }
            broker = new KafkaBroker(lock, listeners.apply(folder, chosen));
        } catch (IOException e) {
            lock.close();
            throw new EmbeddedServerException(
                    "The Kafka folder %s cannot be prepared: %s".formatted(folder, e.getMessage()), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        try {
            broker.run(folder.toAbsolutePath().normalize());
        } catch (RuntimeException e) {
            broker.closeAfter(e);
            throw e;
        }
        LOG.info("Kafka on port {} after {} ms", broker.listeners.port(), (System.nanoTime() - begin) / 1_000_000);
        return broker;
    }

    private void run(Path folder) {
        Path data = folder.resolve("data");
        format(data);
        KafkaExit.watch(onFailure);
        // On a thread of its own: a broker that gives up does so on another thread and leaves this one waiting.
        Thread starting = Thread.ofPlatform().name("kafka-start").daemon().unstarted(() -> startOn(data));
        try (KafkaLocale readable = KafkaLocale.forStart()) {
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

    private void startOn(Path data) {
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
                        .formatted(port, Ports.LOOPBACK),
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

    /** What clients that do not sign in take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return KafkaListeners.address(listeners.port());
    }

    /**
     * All that a client needs to sign in, its password included.
     *
     * @param user one of those that the broker was started with, or {@link BrokerUsers#BROKER}
     */
    public Map<String, String> clientSettings(String user) {
        return listeners.clientSettings(user);
    }

    /**
     * Gives these rights, and takes away all others; returns once they are in effect.
     *
     * @throws EmbeddedServerException if the broker refuses, or does not answer within a minute
     */
    public void allow(BrokerRights rights) {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings(BrokerUsers.BROKER)))) {
            rights.apply(admin);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new EmbeddedServerException("The rights of Kafka's users cannot be set: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The rights of Kafka's users were not set", e);
        }
    }

    /** Why the broker gave up after its start, for example because its disk is full. Empty while all is well. */
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

    /** Stops the broker in at most 30 seconds; what is then still open is logged and left. A second call does nothing. */
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
            KafkaExit.forget(onFailure);
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
