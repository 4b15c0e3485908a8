package org.parley.archive.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.parley.contract.proof.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the key that signs checkpoints. Without it the log cannot continue under the same key. */
final class LogKeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeyFile.class);

    private final Path file;
    private final String name;

    LogKeyFile(Path file, String name) {
        this.file = file.toAbsolutePath();
        this.name = name;
    }

    /**
     * Reads the key, or creates the file, readable only by its owner. Programs that create it at the same time all get
     * the same key.
     *
     * @throws IllegalStateException if the file cannot be read or created, or does not contain a key; it is never
     *     overwritten
     */
    SigningKey readOrCreate() {
        try {
            try {
                return read();
            } catch (NoSuchFileException e) {
                create();
                return read();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException(
                    "the log key " + file + " can be neither read nor created (" + e
                            + "); parley.archive.log-key-file sets another path",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the log key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private SigningKey read() throws IOException {
        return SigningKey.parse(name, Files.readString(file));
    }

    /**
     * Writes to a temporary file and links it to the name, which fails if another program was faster: no partial file
     * is ever visible.
     */
    private void create() throws IOException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".log-key", ".draft", ownerOnly(folder));
        try {
            Files.writeString(draft, SigningKey.generate(name).pem());
            Files.createLink(file, draft);
            LOG.info("Created the key that signs checkpoints: {}", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another program created {} first", file, e);
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
