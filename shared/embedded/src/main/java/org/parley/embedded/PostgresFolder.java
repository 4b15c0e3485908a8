package org.parley.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies where in the folder of an embedded PostgreSQL. */
record PostgresFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresFolder.class);
    private static final int LOG_LINES_SHOWN = 20;

    Path data() {
        return folder.resolve("data");
    }

    Path port() {
        return folder.resolve("port");
    }

    Path password() {
        return folder.resolve("password");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** Lies within the data, so that a copy of the data takes it along. */
    private Path complete() {
        return data().resolve("parley.complete");
    }

    /** Makes the folder fit for a start: no server on it, no half-made data, a fresh log. */
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (Postmaster.stopOn(data())) {
            LOG.info("A PostgreSQL that a killed program had left behind was stopped");
        }
        moveHalfMadeDataAside();
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("server.previous.log"), REPLACE_EXISTING);
        }
    }

    /** Data whose first start was cut short cannot be started ever again. It is moved, never deleted. */
    private void moveHalfMadeDataAside() throws IOException {
        if (!Files.exists(data()) || Files.exists(complete())) {
            return;
        }
        try (Stream<Path> content = Files.list(data())) {
            if (content.findAny().isEmpty()) {
                return;
            }
        }
        Path aside = Files.createTempDirectory(folder, "unfinished-").resolve("data");
        Files.move(data(), aside);
        LOG.warn("{} was left half made by an interrupted first start: moved to {}", data(), aside);
    }

    void markComplete() throws IOException {
        if (!Files.exists(complete())) {
            Files.createFile(complete());
        }
    }

    String endOfLog() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(not readable: %s)".formatted(e.getMessage());
        }
    }
}
