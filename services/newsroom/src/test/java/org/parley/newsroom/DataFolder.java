package org.parley.newsroom;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.embedded.ProcessState;

/**
 * The data folder of a newsroom under test. A shutdown hook kills servers that still run on a folder and deletes all
 * folders. Not earlier, because the first newsroom of a JVM unpacks PostgreSQL for all others.
 */
record DataFolder(Path path) {
    private static final Path ALL = Path.of("target", "newsrooms").toAbsolutePath();

    static {
        clearAll();
        Runtime.getRuntime().addShutdownHook(new Thread(DataFolder::clearAll, "newsrooms-clear"));
    }

    /** A new path; the folder itself does not exist yet. */
    static DataFolder fresh() {
        return new DataFolder(ALL.resolve(UUID.randomUUID().toString().substring(0, 8)));
    }

    /** The PostgreSQL process on the folder, if there is one. */
    Optional<ProcessHandle> postgres() {
        try {
            List<String> lines = Files.readAllLines(path.resolve("postgres/data/postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::runsPostgres);
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that a server of this folder uses, read from its file. */
    int port(String file) throws IOException {
        return Integer.parseInt(Files.readString(path.resolve(file)).strip());
    }

    /** Whether a process serves this folder: after an earlier run, its number may be that of any other process. */
    private boolean runsPostgres(ProcessHandle process) {
        return ProcessState.isRunning(process)
                && process.info()
                        .commandLine()
                        .filter(line ->
                                line.contains(path.resolve("postgres/data").toString()))
                        .isPresent();
    }

    /** Kills the PostgreSQL process on the folder. */
    void killPostgres() {
        List<ProcessHandle> processes = postgres().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> processes.stream().noneMatch(ProcessState::isRunning));
    }

    private static void clearAll() {
        if (!Files.exists(ALL)) {
            return;
        }
        try (Stream<Path> folders = Files.list(ALL)) {
            folders.map(DataFolder::new).forEach(DataFolder::killPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> files = Files.walk(ALL)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
