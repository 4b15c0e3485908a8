package org.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database password: generated once, stored with the data in a file that only its owner can read. */
final class PostgresPassword {
    private PostgresPassword() {}

    /** Reads the password, or generates and stores one. It has only letters, digits, {@code -} and {@code _}. */
    static String loadOrCreate(Path file) throws IOException {
        if (Files.exists(file)) {
            String password = Files.readString(file).strip();
            if (!password.matches("[A-Za-z0-9_-]+")) {
                throw new EmbeddedServerException("%s does not contain a password".formatted(file));
            }
            return password;
        }
        String password = SecretFile.newPassword();
        SecretFile.write(file, password);
        return password;
    }
}
