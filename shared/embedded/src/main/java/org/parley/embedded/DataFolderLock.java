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
 * Locks a folder against other processes. The operating system releases the lock when the process ends, even after a
 * kill, so there are no stale locks.
 */
final class DataFolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /**
     * The folders that this process has locked. POSIX releases a process's lock when the process closes any descriptor
     * of the file, so a second attempt of this process must be refused before it opens the file.
     */
    private static final Set<Path> LOCKED_FOLDERS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataFolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks the folder and creates it if missing.
     *
     * @throws EmbeddedServerException if this or another process uses the folder, or it cannot be written
     */
    static DataFolderLock acquire(Path folder) {
        Path real;
        try {
            real = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The folder %s cannot be written: %s. Choose another folder (PARLEY_DATA)."
                            .formatted(folder, e.getMessage()),
                    e);
        }
        if (!LOCKED_FOLDERS.add(real)) {
            throw inUse(real, "this program");
        }
        try {
            return new DataFolderLock(real, lockedChannel(real));
        } catch (IOException e) {
            LOCKED_FOLDERS.remove(real);
            throw new EmbeddedServerException("The folder %s cannot be locked: %s".formatted(real, e.getMessage()), e);
        } catch (RuntimeException e) {
            LOCKED_FOLDERS.remove(real);
            throw e;
        }
    }

    private static FileChannel lockedChannel(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), CREATE, READ, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder, "process " + readPid(channel));
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

    private static String readPid(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return StandardCharsets.US_ASCII.decode(pid.flip()).toString();
    }

    private static EmbeddedServerException inUse(Path folder, String user) {
        return new EmbeddedServerException(
                "The folder %s is in use by %s. Stop that program first, or choose another folder (PARLEY_DATA)."
                        .formatted(folder, user));
    }

    /** A second call does nothing, because the folder may have a new lock by then. */
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
            LOCKED_FOLDERS.remove(folder);
        }
    }
}
