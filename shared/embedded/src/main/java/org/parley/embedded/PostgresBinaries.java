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

/** The binaries of PostgreSQL, which are packaged per platform and unpacked once into a folder. */
final class PostgresBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/postgres}, unpacked if missing. Safe for concurrent processes.
     *
     * @param folder the parent folder of all versions
     * @throws EmbeddedServerException if there is no PostgreSQL for this platform
     */
    static Path unpackedIn(Path folder) throws IOException {
        String resource = "/postgres-%s-%s.txz".formatted(system(), processor());
        Path unpacked = folder.resolve("postgresql-" + fingerprint(resource));
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(folder);
        synchronized (PostgresBinaries.class) {
            try (FileChannel lockFile = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
                    FileLock lock = lockFile.lock()) {
                if (!Files.exists(unpacked)) {
                    LOG.info("unpacking PostgreSQL into {}", unpacked);
                    Path partial = Files.createTempDirectory(folder, "unpacking-");
                    unpack(resource, partial);
                    Files.move(partial, unpacked, ATOMIC_MOVE);
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
                    throw new IOException(resource + " has an entry outside its folder: " + entry.getName());
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
                        throw new IOException(path + " cannot be made executable");
                    }
                }
            }
        }
    }

    /** Distinguishes versions; not a security measure. */
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
            throw new EmbeddedServerException("There is no PostgreSQL in this program for %s on %s. Run Parley with"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                    + " your own database: see docs/operators/services.md.");
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
