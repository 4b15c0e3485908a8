package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The services as {@code docker-compose.yml} starts them, under a name and a port of this run. */
final class Compose implements AutoCloseable {
    /** The root of the repository. */
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final long PATIENCE_MINUTES = 12;

    private final String project = "parley-test-" + ProcessHandle.current().pid();

    private Compose() {}

    /** Builds the images and starts everything, with new volumes; returns once all of it is healthy. */
    static Compose up() {
        requireEngine();
        run(List.of(ROOT.resolve("infra/docker/make-secrets").toString()));
        Compose compose = new Compose();
        compose.compose("up", "--build", "--wait", "--wait-timeout", "400", "--quiet-pull");
        return compose;
    }

    /** Where there is no Docker engine nothing of this is run, and it is said; where {@code CI} is set that fails. */
    private static void requireEngine() {
        if (exit(List.of("docker", "compose", "version")) == 0 && exit(List.of("docker", "info")) == 0) {
            return;
        }
        if (System.getenv("CI") != null) {
            throw new AssertionError("No Docker engine with compose answers here");
        }
        Assumptions.abort("NOT RUN: no Docker engine with compose answers on this machine");
    }

    /** Where the desk is, the only thing that is published. */
    String address() {
        String published = compose("port", "desk", "8080").strip();
        return "http://localhost:" + published.substring(published.lastIndexOf(':') + 1);
    }

    String secret(String name) {
        try {
            return Files.readString(ROOT.resolve("infra/docker/secrets").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills one container of a service at once. */
    void kill(String service, int number) {
        run(List.of("docker", "kill", "--signal", "KILL", project + "-" + service + "-" + number));
    }

    /** Starts a container again that was killed; what watches over a machine does that, too. */
    void start(String service, int number) {
        run(List.of("docker", "start", project + "-" + service + "-" + number));
    }

    /** Stops services in order. */
    void stop(String... services) {
        compose(with("stop", services));
    }

    /** Starts services that were stopped, and waits until all is healthy. */
    void resume() {
        compose("up", "--detach", "--wait", "--wait-timeout", "300");
    }

    /** Copies the files of the database, which must be stopped: a cold backup. */
    void backUpDatabase() {
        copy("_postgres", "_backup");
    }

    /** Puts the files of the last backup back. */
    void restoreDatabase() {
        copy("_backup", "_postgres");
    }

    private void copy(String from, String to) {
        run(List.of(
                "docker",
                "run",
                "--rm",
                "--user",
                "root",
                "--volume",
                project + from + ":/from:ro",
                "--volume",
                project + to + ":/to",
                "--entrypoint",
                "sh",
                "postgres:18",
                "-c",
                "find /to -mindepth 1 -delete && cp -a /from/. /to/"));
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
        command.addAll(List.of(arguments));
        return run(command);
    }

    @Override
    public void close() {
        System.out.println(compose("logs", "--no-color", "--tail", "15", "ledger", "archive", "desk"));
        compose("down", "--volumes", "--timeout", "2");
        run(List.of("docker", "volume", "rm", "--force", project + "_backup"));
    }

    /** Runs a command at the root and returns what it says; it must succeed. */
    static String run(List<String> command) {
        try {
            Path said = Files.createTempFile("said", ".txt");
            Process process = process(command).redirectOutput(said.toFile()).start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String output = Files.readString(said);
            Files.delete(said);
            assertThat(process.waitFor()).as(command + "\n" + output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int exit(List<String> command) {
        try {
            Process process = process(command).start();
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("PARLEY_PORT", "0");
        return builder;
    }
}
