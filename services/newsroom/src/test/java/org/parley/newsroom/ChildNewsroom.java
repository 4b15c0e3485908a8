package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.testkit.ApiClient;

/**
 * The program in a separate process, which {@link #close} kills. Its PostgreSQL keeps running until the next
 * start on the folder, or until the folder is deleted.
 */
final class ChildNewsroom implements AutoCloseable {
    static final String WITHOUT_DOSSIER = "--parley.dossiers=";

    private static final Pattern DESK = Pattern.compile("(?m)^ +Desk +(http://\\S+)/$");
    private static final Pattern KAFKA = Pattern.compile("(?m)^ +Kafka +(\\S+), ");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private ChildNewsroom(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "child-kill"));
        this.listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Starts it with environment variables; ports that they do not set are free ones. */
    static ChildNewsroom start(DataFolder folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Halves the start of a short-lived process.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=" + System.getProperty("user.timezone"),
                "-Duser.language=" + System.getProperty("user.language"),
                "-cp",
                System.getProperty("java.class.path"),
                Newsroom.class.getName()));
        command.addAll(List.of(arguments));
        return start(command, folder, environment);
    }

    /** Starts the program by its script, as {@code mvn package} makes both. */
    static ChildNewsroom startPackaged(DataFolder folder, Map<String, String> environment) {
        return start(
                List.of(Path.of("target", "newsroom", "bin", "newsroom")
                        .toAbsolutePath()
                        .toString()),
                folder,
                environment);
    }

    private static ChildNewsroom start(List<String> command, DataFolder folder, Map<String, String> environment) {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        program.environment().put("PARLEY_DATA", folder.path().toString());
        program.environment().put("PARLEY_PORT", "0");
        program.environment().put("PARLEY_KAFKA_PORT", "0");
        program.environment().putAll(environment);
        try {
            return new ChildNewsroom(program.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // the process was killed
        }
    }

    /** The process and its descendants. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        return all;
    }

    /** Its output so far, including standard error. */
    String said() {
        return String.join("\n", lines);
    }

    ChildNewsroom awaitRunning() {
        await().atMost(NegotiationReader.PATIENCE)
                .until(() -> !process.isAlive() || lines.stream().anyMatch(line -> line.startsWith("  Dossiers ")));
        assertThat(said()).contains("Parley is running.");
        return this;
    }

    /**
     * Waits for the process to end.
     *
     * @return the exit code
     */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(NegotiationReader.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends; it said: %s", said())
                .isTrue();
        listener.join();
        return process.exitValue();
    }

    ApiClient anonymous() {
        return ApiClient.anonymous(found(DESK));
    }

    /** The address of its Kafka broker. */
    PublishedTopic topic() {
        return PublishedTopic.at(found(KAFKA));
    }

    private String found(Pattern pattern) {
        Matcher found = pattern.matcher(said());
        assertThat(found.find()).as(said()).isTrue();
        return found.group(1);
    }

    /** Sends SIGTERM, as {@code kill} does. */
    void terminate() {
        // Process.destroy would also close its output, and a JVM that writes a cache dies of that.
        process.toHandle().destroy();
    }

    /** Sends SIGKILL, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
