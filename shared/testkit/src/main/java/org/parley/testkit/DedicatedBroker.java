package org.parley.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerUsers;

/**
 * A Kafka broker for a single test, in a separate JVM. The test can stop, kill and restart it with the same data and
 * port. It ends with the JVM of the test, even if that is killed.
 */
public final class DedicatedBroker implements AutoCloseable {
    private static final int STOP_SECONDS = 40;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    private final Path folder = TestFolders.folder("own-broker-" + UUID.randomUUID());
    private final List<String> users;
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final int port = freePort();
    private @Nullable Process running;

    private DedicatedBroker(List<String> users) {
        this.users = users;
    }

    /** Starts a broker without topics and without access control; takes some seconds. */
    public static DedicatedBroker start() {
        return notStarted().started();
    }

    /**
     * Starts a broker without topics that authenticates users, as in production; takes some seconds. No user has any
     * right until {@link #allow}.
     */
    public static DedicatedBroker startAuthenticated(String... users) {
        return new DedicatedBroker(List.of(users)).started();
    }

    /** A broker like that of {@link #start}, with a known address, that is unavailable until it is restarted. */
    public static DedicatedBroker notStarted() {
        return new DedicatedBroker(List.of());
    }

    private DedicatedBroker started() {
        restart();
        return this;
    }

    /** A port outside the ephemeral range: while the broker is down, an outgoing connection could get one of those. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // try another port
            }
        }
    }

    /** The {@code bootstrap.servers} of clients that do not authenticate; the same after each start. */
    public String bootstrapServers() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    /** The client settings of a user, the same after each start; the user {@code broker} has all rights. */
    public Map<String, String> clientSettings(String user) {
        return Map.copyOf(Objects.requireNonNull(settings.get(user), user));
    }

    /** Grants these rights and revokes all others. */
    public void allow(BrokerAcls rights) throws InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings(BrokerUsers.BROKER)))) {
            rights.apply(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shuts the broker down cleanly. */
    public void stop() throws InterruptedException {
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close(); // the process stops when its input ends
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("The broker did not stop within %d seconds".formatted(STOP_SECONDS));
        }
        running = null;
    }

    /** Kills the broker at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        if (running != null) {
            running.destroyForcibly().waitFor();
            running = null;
        }
    }

    /** Starts the broker, for the first time or after a stop or a kill; takes some seconds. */
    public void restart() {
        if (running != null) {
            throw new IllegalStateException("The broker is running");
        }
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    // Halves the time to start; the process does not run for long.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DedicatedBrokerProcess.class.getName(),
                    folder.toString(),
                    Integer.toString(port)));
            command.addAll(users);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            running = process;
            awaitReady(process.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(BufferedReader output) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(DedicatedBrokerProcess.READY)) {
                drain(output);
                return;
            }
            if (line.startsWith(DedicatedBrokerProcess.SETTING)) {
                String[] parts =
                        line.substring(DedicatedBrokerProcess.SETTING.length()).split(" ", 3);
                settings.computeIfAbsent(parts[0], user -> new HashMap<>()).put(parts[1], parts[2]);
            }
            printed.append(line).append('\n');
        }
        throw new IllegalStateException("The broker did not start:\n" + printed);
    }

    /** Reads and discards the output: a full pipe would block the broker at its next log line. */
    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> {
            try {
                while (output.readLine() != null) {
                    // discard
                }
            } catch (IOException ended) {
                // the broker has ended
            }
        });
    }

    /** Kills the broker and deletes its data. */
    @Override
    public void close() throws InterruptedException {
        kill();
        TestFolders.delete(folder);
    }
}
