package org.parley.acceptance.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A newsroom process with its dossier. */
final class NewsroomProcess {
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(4);
    private static final String PASSWORD = "a-good-password";

    private final Path data;
    private final Path said;
    private final Process process;
    private final DeskClient desk;

    private NewsroomProcess(Path data, Path said, Process process, DeskClient desk) {
        this.data = data;
        this.said = said;
        this.process = process;
        this.desk = desk;
    }

    /** The number of entries of its dossier, one a line. */
    static long dossierSize() {
        Path dossier = Shell.ROOT.resolve("services/newsroom/src/main/resources/dossier/ukraine-2025.ndjson");
        try (var lines = Files.lines(dossier)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NewsroomProcess start(int port) {
        try {
            Path folder = Files.createTempDirectory("newsroom");
            Path said = folder.resolve("said.txt");
            ProcessBuilder program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1", // a short-lived process starts faster this way
                            "-jar",
                            jar().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            Path data = folder.resolve("data");
            program.environment().put("PARLEY_DATA", data.toString());
            program.environment().put("PARLEY_PORT", Integer.toString(port));
            program.environment().put("PARLEY_KAFKA_PORT", "0");
            program.environment().put("PARLEY_DOSSIERS", "ukraine-2025");
            program.environment().put("PARLEY_PASSWORD", PASSWORD);
            DeskClient desk = new DeskClient("http://localhost:" + port, PASSWORD);
            return new NewsroomProcess(data, said, program.start(), desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() throws IOException {
        Path target = Shell.ROOT.resolve("services/newsroom/target");
        try (var jars = Files.newDirectoryStream(target, "parley-newsroom-*.jar")) {
            return jars.iterator().next();
        }
    }

    /** A client of the desk, after the archive has applied the whole dossier. */
    DeskClient deskWithDossier() {
        await().atMost(STARTED_WITHIN).pollInterval(Duration.ofMillis(500)).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
            try {
                return desk.json("/api/negotiations/ukraine-2025")
                                .path("through")
                                .asLong()
                        == dossierSize();
            } catch (UncheckedIOException | AssertionError e) {
                return false;
            }
        });
        return desk;
    }

    /**
     * Stops the process.
     *
     * @return its data folder
     */
    Path stop() {
        try {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return data;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
