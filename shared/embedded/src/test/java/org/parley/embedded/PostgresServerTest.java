package org.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path folder;

    @Test
    void keepsDataPortAndPasswordAcrossStarts() throws Exception {
        String url;
        String password;
        try (var server = PostgresServer.start(folder)) {
            new TestNoteTable(server).create().write("agreed");
            url = server.jdbcUrl();
            password = server.password();
        }
        try (var server = PostgresServer.start(folder)) {
            assertThat(new TestNoteTable(server).all()).containsExactly("agreed");
            assertThat(server.jdbcUrl()).isEqualTo(url);
            assertThat(server.password()).isEqualTo(password);
        }
    }

    @Test
    void isDurableRequiresAPasswordAndListensOnLoopbackOnly() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        try (var server = PostgresServer.start(folder)) {
            var file = folder.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "guessed"))
                    .hasMessageContaining("password authentication failed");
            try (var connection = new TestNoteTable(server).connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select current_setting('fsync'), current_setting('synchronous_commit'),
                                   split_part(version(), ' ', 2)""")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
                assertThat(row.getString(2)).isEqualTo("on");
                assertThat(row.getString(3)).startsWith("18.");
            }
            assertThat(Path.of("/tmp/.s.PGSQL." + portOf(server))).doesNotExist();
            assertThatThrownBy(() -> new Socket("127.0.0.2", portOf(server))).hasMessageContaining("refused");
        }
    }

    @Test
    void choosesAnotherPortWhenItsOwnIsTaken() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        int own = LoopbackPorts.loadOrChoose(folder.resolve("port"));
        try (var other = new OccupiedPort(own);
                var server = PostgresServer.start(folder)) {
            assertThat(portOf(server)).isNotEqualTo(other.port());
            assertThat(new TestNoteTable(server).all()).containsExactly(InitializedPostgresFolder.NOTE);
        }
    }

    @Test
    void restartsAfterAKill() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        try (var server = PostgresServer.start(folder)) {
            new TestNoteTable(server).write("signed");
            server.process().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(3)).until(() -> server.process().isEmpty());
        }
        try (var server = PostgresServer.start(folder)) {
            assertThat(new TestNoteTable(server).all()).containsExactly(InitializedPostgresFolder.NOTE, "signed");
        }
    }

    @Test
    void recoversFromAnInterruptedFirstStart() throws Exception {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "18");
        try (var server = PostgresServer.start(folder)) {
            new TestNoteTable(server).create().write("agreed");
            assertThat(folder).isDirectoryRecursivelyContaining("glob:**/unfinished-*/data/PG_VERSION");
        }
    }

    @Test
    void ignoresAPidFileOfAnotherProgram() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (var server = PostgresServer.start(folder)) {
            assertThat(new TestNoteTable(server).all()).containsExactly(InitializedPostgresFolder.NOTE);
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    /** In a container whose first process does not care about orphans, a killed server stays listed for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void startsAlthoughAKilledServerIsStillListed() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        try (EndedProcess killed = EndedProcess.create()) {
            await().atMost(Duration.ofMinutes(3)).until(() -> !ProcessState.isRunning(killed.handle()));
            Files.writeString(
                    folder.resolve("data/postmaster.pid"), killed.handle().pid() + "\n");
            try (var server = PostgresServer.start(folder)) {
                assertThat(new TestNoteTable(server).all()).containsExactly(InitializedPostgresFolder.NOTE);
            }
        }
    }

    @Test
    void failureContainsTheEndOfTheLog() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        Files.writeString(folder.resolve("data/postgresql.auto.conf"), "no_such_setting_for_tests = on\n");
        long begin = System.nanoTime();
        assertThatThrownBy(() -> PostgresServer.start(folder))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("no_such_setting_for_tests");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(50));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void refusesASecondServerAndKeepsTheFirst() throws Exception {
        InitializedPostgresFolder.copyTo(folder);
        try (var server = PostgresServer.start(folder)) {
            var notes = new TestNoteTable(server);
            assertThatThrownBy(() -> PostgresServer.start(folder))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use");
            notes.write("signed");
        }
    }

    private static int portOf(PostgresServer server) {
        return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    }
}
