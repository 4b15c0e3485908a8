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
 * Where the bodies of batches lie while they are worked through: a folder that only this user can read, with a part for
 * each process. What a killed process left is removed when the next one starts. All bodies together are bounded, and
 * those of one account by half of that.
 */
final class BatchSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSpool.class);

    private static final String PROCESS = "process-";
    private static final String LOCK = "lock";
    private static final int CHUNK = 64 * 1024;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Folders of this program, whose locks must not be touched: closing a second channel would give them up. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final long bytesMax;
    private final Map<String, Long> bytesByAccount = new HashMap<>();
    private long bytes;

    /**
     * Prepares the folder.
     *
     * @param parent may be shared with other processes of this user
     * @param bytesMax the most that all bodies of this process take together
     */
    BatchSpool(Path parent, long bytesMax) {
        this.bytesMax = bytesMax;
        try {
            Files.createDirectories(parent, privately("rwx------"));
            synchronized (OURS) {
                // One process at a time: a folder that is being made has no lock yet, and is not left.
                try (FileChannel making = FileChannel.open(
                                parent.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock alone = making.lock()) {
                    this.folder = Files.createTempDirectory(parent, PROCESS, privately("rwx------"));
                    requireOurs(parent);
                    OURS.add(folder);
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

    private void requireOurs(Path parent) throws IOException {
        if (!Files.getOwner(parent).equals(Files.getOwner(folder))) {
            throw new IllegalStateException(parent + " belongs to another user; set parley.ledger.spool.folder");
        }
    }

    private static FileAttribute<?>[] privately(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Of processes that no longer hold their lock. */
    private void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(parent, PROCESS + "*")) {
            for (Path process : processes) {
                if (!OURS.contains(process) && isLeft(process.resolve(LOCK))) {
                    LOG.info("removing {}, left by a process that was killed", process);
                    FileSystemUtils.deleteRecursively(process);
                }
            }
        }
    }

    private static boolean isLeft(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (NoSuchFileException killedBeforeItHadOne) {
            return true;
        } catch (IOException e) {
            LOG.warn("whether {} is still used cannot be told", lock, e);
            return false;
        }
    }

    /** A body that was taken in. */
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
     * Takes a body in whole.
     *
     * @param account who sends it
     * @param announced how long it says that it is, in bytes; negative if it does not
     * @throws SpoolFullException if there is no room for it
     */
    Spooled take(InputStream body, String account, long announced) throws IOException {
        if (announced > 0) {
            // Refused before it is sent, if it can be known.
            reserve(account, announced);
            release(account, announced);
        }
        Spooled spooled =
                new Spooled(Files.createTempFile(folder, "batch-", ".ndjson", privately("rw-------")), account);
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
        bytesByAccount.computeIfPresent(account, (name, held) -> held > less ? held - less : null);
    }

    /** Leaves nothing behind. */
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
        OURS.remove(folder);
    }
}
