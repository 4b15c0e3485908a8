package org.parley.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs, which come packed for each system, and are unpacked once into a folder. */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * The folder that has {@code bin/postgres}, made if it is missing; safe when several programs ask for it at once.
     *
     * @param folder where folders of all versions lie
     * @throws EmbeddedServerException if there is no PostgreSQL for this system
     */
    static Path in(Path folder) throws IOException {
        String resource = "/postgres-%s-%s.txz".formatted(system(), processor());
        Path unpacked = folder.resolve("postgresql-" + fingerprint(resource));
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(folder);
        synchronized (PostgresBinaries.class) {
            try (FileChannel lockFile = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
                    FileLock alone = lockFile.lock()) {
                if (!Files.exists(unpacked)) {
                    LOG.info("unpacking PostgreSQL into {}", unpacked);
                    Path half = Files.createTempDirectory(folder, "unpacking-");
                    unpack(resource, half);
                    Files.move(half, unpacked, ATOMIC_MOVE);
                }
            }
        }
        return unpacked;
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(resource))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(resource + " has an entry outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0
                            && !path.toFile().setExecutable(true, false)) {
                        throw new IOException(path + " cannot be made a program");
                    }
                }
            }
        }
    }

    /** Tells versions apart; nothing is protected by it. */
    private static String fingerprint(String resource) throws IOException {
        try (DigestInputStream packed = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
            packed.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(packed.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream packed = PostgresBinaries.class.getResourceAsStream(resource);
        if (packed == null) {
            throw new EmbeddedServerException("There is no PostgreSQL in this program for %s on %s. Run Parley on a"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                    + " database of your own: see docs/operators/services.md.");
        }
        return packed;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String processor = System.getProperty("os.arch");
        return processor.equals("aarch64") || processor.equals("arm64") ? "arm_64" : "x86_64";
    }
}
