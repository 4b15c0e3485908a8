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
import org.parley.broker.BrokerRights;
import org.parley.broker.BrokerUsers;

/**
 * A Kafka broker of one test alone, in a JVM of its own, that the test can stop, kill and start again on the same data and
 * port. It ends with the test's JVM, however that ends.
 */
public final class OwnBroker implements AutoCloseable {
    private static final int STOP_SECONDS = 40;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    private final Path folder = Folders.of("own-broker-" + UUID.randomUUID());
    private final List<String> users;
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final int port = freePort();
    private @Nullable Process running;

    private OwnBroker(List<String> users) {
        this.users = users;
    }

    /** Starts a broker without topics, at which everybody may do everything (some seconds). */
    public static OwnBroker start() {
        return notStarted().started();
    }

    /**
     * Starts a broker without topics at which users sign in, as in production (some seconds). Nobody has a right before
     * {@link #allow}.
     */
    public static OwnBroker startAuthenticated(String... users) {
        return new OwnBroker(List.of(users)).started();
    }

    /** A broker as {@link #start} starts it, whose address is known, and where nobody answers until it is started. */
    public static OwnBroker notStarted() {
        return new OwnBroker(List.of());
    }

    private OwnBroker started() {
        restart();
        return this;
    }

    /** Not one that the system gives to outgoing connections: while the broker is down a client could get it. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next may be free
            }
        }
    }

    /** What Kafka clients that do not sign in take as {@code bootstrap.servers}, the same after each start. */
    public String bootstrapServers() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    /** All that a client needs to sign in, the same after each start; the user {@code broker} may do everything. */
    public Map<String, String> clientSettings(String user) {
        return Map.copyOf(Objects.requireNonNull(settings.get(user), user));
    }

    /** Gives these rights, and takes away all others. */
    public void allow(BrokerRights rights) throws InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings(BrokerUsers.BROKER)))) {
            rights.apply(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the broker in order. */
    public void stop() throws InterruptedException {
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close(); // the end of its input is its sign to stop
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

    /** Starts the broker, for the first time or after a stop or a kill (some seconds). */
    public void restart() {
        if (running != null) {
            throw new IllegalStateException("The broker runs");
        }
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    // It starts in half the time, and does not run for long.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
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
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(BrokerProcess.READY)) {
                drain(output);
                return;
            }
            if (line.startsWith(BrokerProcess.SETTING)) {
                String[] parts = line.substring(BrokerProcess.SETTING.length()).split(" ", 3);
                settings.computeIfAbsent(parts[0], user -> new HashMap<>()).put(parts[1], parts[2]);
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The broker did not start:\n" + said);
    }

    /** A full pipe would stop the broker at its next log line. */
    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> {
            try {
                while (output.readLine() != null) {
                    // only read
                }
            } catch (IOException ended) {
                // the broker is gone
            }
        });
    }

    /** Kills the broker and deletes its data. */
    @Override
    public void close() throws InterruptedException {
        kill();
        Folders.delete(folder);
    }
}
