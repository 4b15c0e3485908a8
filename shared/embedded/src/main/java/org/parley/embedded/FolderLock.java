package org.parley.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second program off a folder. The operating system releases the lock when the holder dies, however it dies, so
 * there is never a stale lock to clear by hand.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /**
     * The folders locked by this process. POSIX drops a process's lock when the process closes any descriptor of the
     * file, so a second attempt from inside must be refused before it opens one.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks the folder, making it if it is missing.
     *
     * @throws EmbeddedServerException if it is in use, by another program or by this one, or cannot be written
     */
    static FolderLock take(Path folder) {
        Path real;
        try {
            real = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The folder %s cannot be written: %s. Choose another one (PARLEY_DATA)."
                            .formatted(folder, e.getMessage()),
                    e);
        }
        if (!HELD_HERE.add(real)) {
            throw inUse(real, "this same program");
        }
        try {
            return new FolderLock(real, lockedChannel(real));
        } catch (IOException e) {
            HELD_HERE.remove(real);
            throw new EmbeddedServerException("The folder %s cannot be locked: %s".formatted(real, e.getMessage()), e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(real);
            throw e;
        }
    }

    private static FileChannel lockedChannel(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), CREATE, READ, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder, "process " + readHolder(channel));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String readHolder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return StandardCharsets.US_ASCII.decode(pid.flip()).toString();
    }

    private static EmbeddedServerException inUse(Path folder, String holder) {
        return new EmbeddedServerException(
                "The folder %s is in use by %s. Stop that one first, or give this one a folder of its own (PARLEY_DATA)."
                        .formatted(folder, holder));
    }

    /** A second call does nothing: by then the folder may be locked anew. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("The lock on %s was not released".formatted(folder), e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
