package org.parley.ledger.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Stores the bodies of batches while they are processed: in a folder that only this user can read, with a subfolder for
 * each process. Files of a killed process are removed when the next one starts. The total size is limited, and half of
 * it for each account.
 */
final class BatchSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSpool.class);

    private static final String PROCESS = "process-";
    private static final String LOCK = "lock";
    private static final int CHUNK = 64 * 1024;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /**
     * The folders of this JVM. Their lock files must not be opened again: closing a second channel would release the
     * lock.
     */
    private static final Set<Path> OWN_FOLDERS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final long bytesMax;
    private final Map<String, Long> bytesByAccount = new HashMap<>();
    private long bytes;

    /**
     * Creates the folder of this process and removes folders of killed ones.
     *
     * @param parent the common folder of all processes of this user
     * @param bytesMax the maximum total size of the bodies of this process, in bytes
     */
    BatchSpool(Path parent, long bytesMax) {
        this.bytesMax = bytesMax;
        try {
            Files.createDirectories(parent, permissions("rwx------"));
            synchronized (OWN_FOLDERS) {
                // One process at a time: a folder that is being created has no lock yet and must not count as
                // abandoned.
                try (FileChannel making = FileChannel.open(
                                parent.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock alone = making.lock()) {
                    this.folder = Files.createTempDirectory(parent, PROCESS, permissions("rwx------"));
                    requireSameOwner(parent);
                    OWN_FOLDERS.add(folder);
                    this.lockFile = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    this.lock = lockFile.lock();
                    removeLeftovers(parent);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for batches, " + parent + ", cannot be used", e);
        }
    }

    private void requireSameOwner(Path parent) throws IOException {
        if (!Files.getOwner(parent).equals(Files.getOwner(folder))) {
            throw new IllegalStateException(parent + " belongs to another user; set parley.ledger.spool.folder");
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Removes the folders of processes that no longer hold their lock. */
    private void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(parent, PROCESS + "*")) {
            for (Path process : processes) {
                if (!OWN_FOLDERS.contains(process) && isAbandoned(process.resolve(LOCK))) {
                    LOG.info("removing {}, left by a process that was killed", process);
                    FileSystemUtils.deleteRecursively(process);
                }
            }
        }
    }

    private static boolean isAbandoned(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (NoSuchFileException killedBeforeItWasCreated) {
            return true;
        } catch (IOException e) {
            LOG.warn("cannot determine whether {} is still in use", lock, e);
            return false;
        }
    }

    /** A stored body. */
    final class Spooled implements AutoCloseable {
        private final Path file;
        private final String account;
        private long size;

        private Spooled(Path file, String account) {
            this.file = file;
            this.account = account;
        }

        private void fill(InputStream body) throws IOException {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                    reserve(account, read);
                    size += read;
                    out.write(chunk, 0, read);
                }
            }
        }

        InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file));
        }

        @Override
        public void close() throws IOException {
            try {
                Files.deleteIfExists(file);
            } finally {
                release(account, size);
            }
        }
    }

    /**
     * Stores a complete body.
     *
     * @param account the account that sends it
     * @param announced the announced length in bytes; negative if unknown
     * @throws SpoolFullException if there is no room for it
     */
    Spooled take(InputStream body, String account, long announced) throws IOException {
        if (announced > 0) {
            // If the length is known, a body that does not fit is refused before it is read.
            reserve(account, announced);
            release(account, announced);
        }
        Spooled spooled =
                new Spooled(Files.createTempFile(folder, "batch-", ".ndjson", permissions("rw-------")), account);
        try {
            spooled.fill(body);
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    private synchronized void reserve(String account, long more) {
        long ofAccount = bytesByAccount.getOrDefault(account, 0L) + more;
        if (ofAccount > bytesMax / 2) {
            throw new SpoolFullException(true);
        }
        if (bytes + more > bytesMax) {
            throw new SpoolFullException(false);
        }
        bytes += more;
        bytesByAccount.put(account, ofAccount);
    }

    private synchronized void release(String account, long less) {
        bytes -= less;
        bytesByAccount.computeIfPresent(account, (name, used) -> used > less ? used - less : null);
    }

    /** Deletes the folder of this process. */
    @Override
    public void close() throws IOException {
        try (lockFile;
                lock;
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
        OWN_FOLDERS.remove(folder);
    }
}
