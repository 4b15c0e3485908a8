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
 * The file with the key that seals the records on Kafka. Without it everything is sealed and sent again with another one;
 * what only Kafka holds, after an older state of the database was restored, can then not be taken back.
 */
final class SealKeyFile {
    private final Path file;

    SealKeyFile(Path file) {
        this.file = file;
    }

    /**
     * The key in the file; where there is no file it is made, readable by its owner alone. The folder is in use by this
     * program only.
     *
     * @throws EmbeddedServerException when the file can be neither read nor made, or holds no key; it is never overwritten
     */
    String readOrMake() {
        try {
            return read();
        } catch (NoSuchFileException e) {
            return make();
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private String read() throws IOException {
        String text = Files.readString(file).strip();
        SealKey.of(text, file.toString());
        return text;
    }

    /** Written aside first, so that no half file is left by a program that is killed. */
    private String make() {
        try {
            Path draft = Files.createTempFile(file.getParent(), ".seal-key", ".draft", ownerOnly());
            Files.writeString(draft, SealKey.generate() + "\n");
            force(draft); // a power failure must not leave the name without the key
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return read();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static void force(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private EmbeddedServerException refused(Exception e) {
        return new EmbeddedServerException(
                "the key that seals the records on Kafka, " + file + ", can be neither read nor made: "
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
