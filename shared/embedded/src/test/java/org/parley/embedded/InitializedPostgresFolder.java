package org.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL folder after its first start. A copy of it saves a test the seconds of a first start. */
final class InitializedPostgresFolder {
    /** The row that the database contains. */
    static final String NOTE = "agreed";

    private static final Path ORIGINAL = Path.of("target", "used-folder").toAbsolutePath();

    private InitializedPostgresFolder() {}

    /** Copies to the folder. The binaries are hard links, because nothing writes to them. */
    static void copyTo(Path folder) {
        copy(Original.FOLDER, folder);
    }

    private static final class Original {
        static final Path FOLDER = create();
    }

    private static Path create() {
        try {
            delete(ORIGINAL);
            try (PostgresServer server = PostgresServer.start(ORIGINAL)) {
                new TestNoteTable(server).create().write(NOTE);
            }
            Files.delete(ORIGINAL.resolve("port")); // each copy chooses its own port
            return ORIGINAL;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(target)) {
                    continue;
                }
                if (!file.startsWith(from.resolve("binaries")) || !linked(target, file)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a hard link; false when the file system does not support it. */
    private static boolean linked(Path target, Path original) {
        try {
            Files.createLink(target, original);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
