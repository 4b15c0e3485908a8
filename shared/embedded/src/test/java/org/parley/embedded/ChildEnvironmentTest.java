package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildEnvironmentTest {
    private static final String SECRET = "a password for the tests";

    @TempDir
    Path folder;

    /** The child process: starts PostgreSQL, prints a line, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PostgresServer.start(folder, folder.resolve("binaries"), PostgresDurability.FAST_FOR_TESTS);
        System.out.println("started");
        Thread.sleep(Long.MAX_VALUE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void childProcessesDoNotGetPasswords() throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildEnvironmentTest.class.getName(),
                folder.toString());
        program.environment().put("PARLEY_PASSWORD", SECRET);
        Process running = program.start();
        try {
            assertThat(running.inputReader().lines().anyMatch("started"::equals))
                    .isTrue();
            assertThat(environment(running.toHandle()))
                    .as("the environment of the program")
                    .contains(SECRET);

            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                                    .getFirst()))
                    .orElseThrow();
            List<String> environments = Stream.of(Stream.of(server), server.descendants(), running.descendants())
                    .flatMap(processes -> processes)
                    .flatMap(process -> environmentUnlessEnded(process).stream())
                    .toList();
            assertThat(environments).hasSizeGreaterThan(2).allSatisfy(environment -> assertThat(environment)
                    .doesNotContain(SECRET, "PARLEY"));
        } finally {
            running.destroyForcibly().waitFor();
            Postmaster.stopOn(folder.resolve("data"));
        }
    }

    private static String environment(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"));
    }

    /** PostgreSQL starts short-lived processes, such as autovacuum; one may end between being listed and being read. */
    private static Optional<String> environmentUnlessEnded(ProcessHandle process) {
        return await().ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> ProcessState.isRunning(process)
                                ? Optional.of(environment(process))
                                : Optional.<String>empty(),
                        answer -> true);
    }
}
