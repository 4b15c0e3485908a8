package org.parley.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** How the server is started: everything that makes of a server for throw-away tests one that keeps its data. */
final class PostgresProcess {
    static final String SUPERUSER = "postgres";

    /** Covers a recovery from the write-ahead log after a kill, bounded by the size of that log (1 GB). */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", Ports.LOOPBACK,
            "unix_socket_directories", "",
            "max_connections", "200",
            "timezone", "UTC",
            "log_checkpoints", "off");

    private PostgresProcess() {}

    /**
     * Starts the server and waits until it answers. It is then found and stopped by its folder: the library's own close
     * waits five seconds at most, and complains at length about a server that is already gone.
     */
    static void start(PostgresFolder folder, Path binaries, int port, String password, Durability durability)
            throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setDataDirectory(folder.data())
                .setOverrideWorkingDirectory(binaries.toAbsolutePath().toFile())
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                // The owner of the server closes it, after what uses it; a hook would run at the same time as that.
                .setRegisterShutdownHook(false)
                // A pipe would break when this program dies, and the server lives on.
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setConnectConfig("password", password);
        newClusterOptions(folder).forEach(builder::setLocaleConfig);
        SETTINGS.forEach(builder::setServerConfig);
        durability.settings().forEach(builder::setServerConfig);
        startOrGiveUp(builder, folder);
    }

    /** The library waits for its whole limit even when the server has already refused to start; this does not. */
    private static void startOrGiveUp(EmbeddedPostgres.Builder builder, PostgresFolder folder) throws IOException {
        StartWatch watch = StartWatch.over(Thread.currentThread(), folder);
        try {
            builder.start();
        } finally {
            watch.close();
        }
        if (watch.sawRefusal()) {
            throw new IOException("the server refused to start");
        }
    }

    /**
     * Options of {@code initdb}, which the library passes on under the name of locale settings. They replace its trust in
     * every local user by a password, and the machine's language by an order of text that is the same everywhere.
     */
    private static Map<String, String> newClusterOptions(PostgresFolder folder) {
        return Map.of(
                "auth", "scram-sha-256",
                "pwfile", folder.password().toString(),
                "locale", "C",
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8");
    }
}
