package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.acceptance.environment.Shell;

/** The script that generates the secrets of docker-compose.yml, run in a temporary folder. */
class MakeSecretsTest {
    private static final Pattern LOGIN = Pattern.compile("username=\"(\\w+)\" password=\"(\\w{20,})\";");

    @TempDir
    Path folder;

    private Path secrets;
    private Path script;

    @BeforeEach
    void copy() throws IOException {
        secrets = Files.createDirectory(folder.resolve("secrets"));
        script = Files.copy(Shell.ROOT.resolve("infra/docker/make-secrets"), folder.resolve("make-secrets"));
    }

    private Map<String, String> made() throws IOException {
        Shell.run("bash", script.toString());
        Map<String, String> made = new TreeMap<>();
        try (Stream<Path> files = Files.list(secrets)) {
            files.forEach(file -> made.put(file.getFileName().toString(), content(file)));
        }
        return made;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void folderIsPrivateAndContainersCanReadTheFiles() throws IOException {
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> made = made();
        assertThat(permissions(secrets)).isEqualTo("rwx------");
        assertThat(made.keySet()).allSatisfy(name -> assertThat(permissions(secrets.resolve(name)))
                .isEqualTo("r--r--r--"));
    }

    @Test
    void everySecretOfComposeIsGeneratedOnce() throws IOException {
        Map<String, String> made = made();
        Matcher named = Pattern.compile("file: infra/docker/secrets/(\\S+)}")
                .matcher(Files.readString(Shell.ROOT.resolve("docker-compose.yml")));
        assertThat(named.results().map(found -> found.group(1))).containsExactlyInAnyOrderElementsOf(made.keySet());
        assertThat(made.values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 32);
        assertThat(made()).isEqualTo(made);
    }

    @Test
    void brokerHasThePasswordOfEachUser() throws IOException {
        made();
        Files.delete(secrets.resolve("kafka-ledger"));
        Map<String, String> made = made();
        for (String user : new String[] {"broker", "ledger", "archive", "subscriber"}) {
            Matcher login = LOGIN.matcher(made.get("kafka-" + user));
            assertThat(login.find()).as(user).isTrue();
            assertThat(login.group(1)).isEqualTo(user);
            assertThat(made.get("kafka-users")).contains("user_" + user + "=\"" + login.group(2) + "\"");
        }
        assertThat(made.get("kafka-users").lines().filter(line -> line.contains("user_")))
                .hasSize(2)
                .last()
                .asString()
                .doesNotContain("ledger", "archive", "subscriber");
    }
}
