package org.parley.embedded;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.broker.BrokerUsers;
import org.parley.broker.PlainLogin;

/**
 * The credentials of a broker's users: random passwords, stored with the data in a file that only its owner can read.
 * No data depends on them, so missing or damaged entries are replaced.
 */
record KafkaCredentials(Map<String, PlainLogin> logins) {
    private static final String NOTE = """
            # The users of the broker and their passwords, for the listener on the port in the file services-port.
            # '%s' may do everything. Without this file each gets a new password at the next start.
            """.formatted(BrokerUsers.BROKER);

    /**
     * Reads the credentials and generates missing ones.
     *
     * @param users the users who may sign in besides the broker itself
     */
    static KafkaCredentials loadOrCreate(Path file, Set<String> users) {
        try {
            Map<String, String> found = read(file);
            Map<String, PlainLogin> logins = new TreeMap<>();
            logins.put(BrokerUsers.BROKER, login(BrokerUsers.BROKER, found));
            users.forEach(user -> logins.put(user, login(user, found)));
            // Always written, so that only its owner can read the file, whatever its permissions were.
            SecretFile.write(file, text(logins));
            return new KafkaCredentials(logins);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The passwords of Kafka's users cannot be stored in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.strip().split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> second));
        } catch (NoSuchFileException | MalformedInputException none) {
            return Map.of();
        }
    }

    private static PlainLogin login(String user, Map<String, String> found) {
        String password = found.getOrDefault(user, "");
        return new PlainLogin(user, PlainLogin.isPassword(password) ? password : SecretFile.newPassword());
    }

    private static String text(Map<String, PlainLogin> logins) {
        return NOTE
                + logins.values().stream()
                        .map(login -> login.user() + "=" + login.password() + "\n")
                        .collect(Collectors.joining());
    }

    PlainLogin of(String user) {
        PlainLogin login = logins.get(user);
        if (login == null) {
            throw new IllegalArgumentException("The broker has no user '%s'".formatted(user));
        }
        return login;
    }

    PlainLogin broker() {
        return of(BrokerUsers.BROKER);
    }
}
