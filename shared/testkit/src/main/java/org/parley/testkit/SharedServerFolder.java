package org.parley.testkit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first folder for shared servers that no other JVM has locked; the lock is released when this JVM ends. */
record SharedServerFolder(Path folder, FileChannel lock) implements AutoCloseable {
    private static final int MAX = 20;

    static SharedServerFolder acquire() {
        try {
            for (int number = 1; number <= MAX; number++) {
                Path folder = Files.createDirectories(TestFolders.folder("shared-" + number));
                FileChannel channel = FileChannel.open(folder.resolve("taken"), CREATE, WRITE);
                if (channel.tryLock() != null) {
                    return new SharedServerFolder(folder, channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("%d test JVMs already use the folders of this module".formatted(MAX));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
