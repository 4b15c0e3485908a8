package org.parley.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A child process with both servers, which a test can kill. It prints each acknowledged write. */
final class ChildProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** The child process: starts both servers with the folder and writes to both until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (var servers = BackingServers.start(Path.of(arguments[0]), 0, Set.of())) {
            var notes = new TestNoteTable(servers.postgres()).create();
            var wire = new ProbeTopic(servers.kafka()).create();
            try (var connection = notes.connect();
                    var producer = wire.producer()) {
                for (int number = 100_000; ; number++) {
                    TestNoteTable.write(connection, "note " + number);
                    System.out.println("note " + number);
                    ProbeTopic.send(producer, "line " + number);
                    System.out.println("line " + number);
                }
            }
        } catch (EmbeddedServerException e) {
            System.out.println("refused: " + e.getMessage());
            System.exit(1);
        }
    }

    static ChildProgram on(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChildProgram(new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Reads the output up to a line with the prefix; returns all lines, including log lines. */
    List<String> readUntil(String prefix) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(prefix)) {
                return lines;
            }
        }
        throw new AssertionError("The program ended before '%s': %s".formatted(prefix, lines));
    }

    /** Kills the process as {@code kill -9} does; returns its remaining output. */
    List<String> kill() throws Exception {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would also close the output
        process.waitFor();
        return output.lines().toList();
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
    }
}
