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

/** A folder on which PostgreSQL was started and stopped once. A copy of it spares a test the seconds of a first start. */
final class UsedFolder {
    /** What it holds. */
    static final String NOTE = "agreed";

    private static final Path ORIGINAL = Path.of("target", "used-folder").toAbsolutePath();

    private UsedFolder() {}

    /** Makes the folder a copy. The servers' programs are linked: nothing writes to them. */
    static void copyTo(Path folder) {
        copy(Original.FOLDER, folder);
    }

    private static final class Original {
        static final Path FOLDER = make();
    }

    private static Path make() {
        try {
            delete(ORIGINAL);
            try (PostgresServer server = PostgresServer.start(ORIGINAL)) {
                new Notes(server).create().write(NOTE);
            }
            Files.delete(ORIGINAL.resolve("port")); // each copy finds one
            return ORIGINAL;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(target)) {
                    continue;
                }
                if (!each.startsWith(from.resolve("binaries")) || !linked(target, each)) {
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether both lie on one file system that can link. */
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
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
