package org.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** The database password: made once, kept beside the data in a file that only its owner can read. */
final class PostgresPassword {
    private static final int BYTES = 24;

    private PostgresPassword() {}

    /** Reads the password, or makes and keeps one. It has only letters, digits, {@code -} and {@code _}. */
    static String kept(Path file) throws IOException {
        if (Files.exists(file)) {
            String password = Files.readString(file).strip();
            if (!password.matches("[A-Za-z0-9_-]+")) {
                throw new EmbeddedServerException("%s does not hold a password".formatted(file));
            }
            return password;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
        Files.writeString(unfinished, password);
        Files.move(unfinished, file);
        return password;
    }
}
