package org.parley.domain.documentation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository. */
final class Repository {
    /** The root, found from the folder of the module. */
    static final Path ROOT = root();

    /** Folders with the output of builds and programs. */
    private static final Set<String> NOT_SOURCES = Set.of("target", "data", "secrets", "node_modules");

    private Repository() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All source files as paths from the root, without hidden folders and the output of builds and programs. */
    static Stream<Path> files() throws IOException {
        Stream.Builder<Path> files = Stream.builder();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isSource = folder.equals(ROOT) || !(name.startsWith(".") || NOT_SOURCES.contains(name));
                return isSource ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(ROOT.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files.build();
    }
}
