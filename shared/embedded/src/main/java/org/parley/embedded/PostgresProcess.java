package org.parley.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Creates the cluster and starts the server with PostgreSQL's own programs. {@link Postmaster} stops it. */
final class PostgresProcess {
    static final String SUPERUSER = "postgres";

    /** Long enough for a recovery from the write-ahead log (at most 1 GB) after a kill. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", LoopbackPorts.LOOPBACK,
            "unix_socket_directories", "",
            "max_connections", "200",
            "timezone", "UTC",
            "log_checkpoints", "off");

    private final PostgresFolder folder;
    private final Path programs;

    private PostgresProcess(PostgresFolder folder, Path programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /**
     * Creates the cluster if there is none, starts the server and waits until it responds. The server outlives this
     * process.
     *
     * @throws IOException if it does not start; its log says why
     */
    static void start(PostgresFolder folder, Path binaries, int port, PostgresDurability durability)
            throws IOException {
        PostgresProcess process = new PostgresProcess(
                folder, PostgresBinaries.unpackedIn(binaries.toAbsolutePath()).resolve("bin"));
        if (!Files.exists(folder.data().resolve("postgresql.conf"))) {
            process.createCluster();
        }
        process.startServer(port, durability);
    }

    /** Requires a password, because the default trusts every local user, and sorts text the same on every machine. */
    private void createCluster() throws IOException {
        run(
                "initdb",
                "--pgdata=" + folder.data(),
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.password(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private void startServer(int port, PostgresDurability durability) throws IOException {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("port", Integer.toString(port));
        settings.putAll(durability.settings());
        run(
                "pg_ctl",
                "--pgdata=" + folder.data(),
                "--options="
                        + settings.entrySet().stream()
                                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining(" ")),
                "--timeout=" + START_LIMIT.toSeconds(),
                "--wait",
                "start");
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; a separate user namespace gives it another user.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = ChildEnvironment.of(new ProcessBuilder(command))
                .redirectErrorStream(true)
                // The server outlives this process, which would break a pipe.
                .redirectOutput(Redirect.appendTo(folder.log().toFile()))
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(program + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("interrupted while " + program + " was running", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").startsWith("Linux");
    }
}
