package org.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged newsroom, started by its script.
 *
 * @param data its data folder
 * @param seconds how long its start took
 * @param address its address, such as {@code http://localhost:8080}
 */
record StartedProgram(Process process, Path data, double seconds, String address) implements AutoCloseable {
    private static final Path PROGRAM =
            Path.of("..", "..", "services", "newsroom", "target", "newsroom", "bin", "newsroom");

    private static final String DESK = "  Desk ";

    static boolean isBuilt() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Starts it on free ports.
     *
     * @param environment more variables of its environment
     */
    static StartedProgram start(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(PROGRAM.toAbsolutePath().normalize().toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PARLEY_DATA", data.toString());
        builder.environment().put("PARLEY_PORT", "0");
        builder.environment().put("PARLEY_KAFKA_PORT", "0");
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        // Otherwise an interrupted run leaves the program behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "program-stop"));
        BufferedReader output = process.inputReader();
        awaitLine(output, "Parley is running.");
        double seconds = (System.nanoTime() - begin) / 1e9;
        String address = awaitLine(output, DESK).substring(DESK.length()).strip();
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
        return new StartedProgram(process, data, seconds, address.substring(0, address.length() - 1));
    }

    private static String awaitLine(BufferedReader output, String beginning) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new IOException("The program did not start: " + said);
    }

    /** The program, its PostgreSQL, and the sessions of both. */
    List<ProcessHandle> processes() throws IOException {
        ProcessHandle postgres = ProcessHandle.of(Long.parseLong(Files.readAllLines(
                                data.resolve("postgres").resolve("data").resolve("postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
        return Stream.of(process.toHandle(), postgres)
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .distinct()
                .toList();
    }

    void stop() throws InterruptedException {
        // Process.destroy would also close its output, and a JVM that writes a cache dies of that.
        process.toHandle().destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
