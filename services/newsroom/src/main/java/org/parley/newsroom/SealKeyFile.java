package org.parley.newsroom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.parley.contract.seal.SealKey;
import org.parley.embedded.EmbeddedServerException;

/**
 * The file with the key that seals the records on Kafka. If it is lost, all records are sealed and published again with
 * a new key, and records that only Kafka has, after an older database backup was restored, cannot be restored from the
 * topic.
 */
final class SealKeyFile {
    private final Path file;

    SealKeyFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the key. If there is no file, creates it, readable by its owner only. The data folder is locked by this
     * process.
     *
     * @throws EmbeddedServerException when the file can be neither read nor created, or has no valid key; it is never
     *     overwritten
     */
    String readOrCreate() {
        try {
            return read();
        } catch (NoSuchFileException e) {
            return create();
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private String read() throws IOException {
        String text = Files.readString(file).strip();
        SealKey.of(text, file.toString());
        return text;
    }

    /** Writes a temporary file and renames it, so that a killed process leaves no partial file. */
    private String create() {
        try {
            Path temporary = Files.createTempFile(file.getParent(), ".seal-key", ".draft", ownerOnly());
            Files.writeString(temporary, SealKey.generate() + "\n");
            force(temporary); // a power failure must not leave the name without the key
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return read();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static void force(Path temporary) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private EmbeddedServerException refused(Exception e) {
        return new EmbeddedServerException(
                "the key that seals the records on Kafka, " + file + ", can be neither read nor created: "
                        + e.getMessage(),
                e);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
