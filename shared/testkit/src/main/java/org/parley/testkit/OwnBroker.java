package org.parley.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
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

    private final Path folder = Folders.of("own-broker-" + UUID.randomUUID());
    private final List<String> users;
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final String bootstrapServers;
    private @Nullable Process running;
    private String announced = "";

    private OwnBroker(List<String> users) {
        this.users = users;
        restart();
        bootstrapServers = announced;
    }

    /** Starts a broker without topics, at which everybody may do everything (some seconds). */
    public static OwnBroker start() {
        return new OwnBroker(List.of());
    }

    /**
     * Starts a broker without topics at which users sign in, as in production (some seconds). Nobody has a right before
     * {@link #allow}.
     */
    public static OwnBroker startAuthenticated(String... users) {
        return new OwnBroker(List.of(users));
    }

    /** What Kafka clients that do not sign in take as {@code bootstrap.servers}, the same after each start. */
    public String bootstrapServers() {
        return bootstrapServers;
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

    /** Starts the broker again after a stop or a kill (some seconds). */
    public void restart() {
        if (running != null) {
            throw new IllegalStateException("The broker runs");
        }
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
                    folder.toString()));
            command.addAll(users);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            running = process;
            announced = announcement(process.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String announcement(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(BrokerProcess.READY)) {
                drain(output);
                return line.substring(BrokerProcess.READY.length());
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
