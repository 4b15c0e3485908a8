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

/** The layout of the folder of an embedded PostgreSQL. */
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

    /** Inside the data folder, so that a copy of the data includes it. */
    private Path complete() {
        return data().resolve("parley.complete");
    }

    /** Prepares a start: stops a running server, moves incomplete data aside, and rotates the log. */
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (Postmaster.stopOn(data())) {
            LOG.info("Stopped the PostgreSQL of a killed program");
        }
        moveIncompleteDataAside();
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("server.previous.log"), REPLACE_EXISTING);
        }
    }

    /** Data of an interrupted first start cannot be used. It is moved, never deleted. */
    private void moveIncompleteDataAside() throws IOException {
        if (!Files.exists(data()) || Files.exists(complete())) {
            return;
        }
        try (Stream<Path> content = Files.list(data())) {
            if (content.findAny().isEmpty()) {
                return;
            }
        }
        Path target = Files.createTempDirectory(folder, "unfinished-").resolve("data");
        Files.move(data(), target);
        LOG.warn("{} is incomplete after an interrupted first start: moved to {}", data(), target);
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
