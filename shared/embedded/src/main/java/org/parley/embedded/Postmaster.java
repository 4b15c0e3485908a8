package org.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that {@code postmaster.pid} in a data folder names. The server outlives a killed parent process
 * and is found by that file, not by its port.
 */
record Postmaster(Path data, ProcessHandle process) {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;

    /** Larger than any process id of the system. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE - 1);

    /** The running server of the folder, if any. */
    static Optional<Postmaster> runningOn(Path data) throws IOException {
        return named(data)
                .filter(ProcessState::isRunning)
                .filter(Postmaster::mayBePostgres)
                .map(process -> new Postmaster(data, process));
    }

    /**
     * Stops the running server of the folder, so that another can start.
     *
     * @return whether a server was running
     */
    static boolean stopOn(Path data) throws IOException {
        Optional<ProcessHandle> named = named(data);
        Optional<Postmaster> running = runningOn(data);
        if (running.isPresent()) {
            running.get().stop();
        } else if (named.isPresent()) {
            disown(data, named.get());
        }
        return running.isPresent();
    }

    /**
     * After a reboot the process id may belong to another program, and after a kill to a process that has ended but is
     * still listed. PostgreSQL would refuse to start. The rest of the file stays, because PostgreSQL uses it to detect sessions of a dead server.
     */
    private static void disown(Path data, ProcessHandle other) throws IOException {
        LOG.info("{} names process {}, which is not a running PostgreSQL", pidFile(data), other.pid());
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile(data)));
        lines.set(0, NO_PROCESS);
        Files.write(pidFile(data), lines);
    }

    private static Optional<ProcessHandle> named(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile(data));
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    /** A process with an unknown program counts as PostgreSQL: a refused start is better than damaged data. */
    private static boolean mayBePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(true);
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * Uses PostgreSQL's fast mode, which rolls back open transactions, and after 30 seconds the immediate mode, after
     * which the next start recovers from the write-ahead log.
     *
     * @throws EmbeddedServerException if the process is not this folder's server, or does not stop
     */
    private void stop() throws IOException {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        if (!arguments.isEmpty() && !arguments.contains(data.toString())) {
            throw new EmbeddedServerException(
                    "%s names process %d, a PostgreSQL that was started for another folder. Stop it, or delete the file if the process is unrelated."
                            .formatted(pidFile(data), process.pid()));
        }
        signal("INT");
        if (!stopsWithin(FAST_STOP)) {
            signal("QUIT");
            if (!stopsWithin(IMMEDIATE_STOP)) {
                throw new EmbeddedServerException("The PostgreSQL process %d does not stop".formatted(process.pid()));
            }
        }
    }

    /** Java can send only KILL and TERM, and TERM waits for every client. */
    private void signal(String name) throws IOException {
        ChildEnvironment.of(new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private boolean stopsWithin(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (named(data).filter(ProcessState::isRunning).isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
