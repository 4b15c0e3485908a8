package org.parley.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.embedded.ProcessState;

/**
 * The processor time of a round, of this process and of its PostgreSQL. On a machine that does other work as well, it says
 * more than elapsed time does.
 */
final class ProcessorClock {
    /** Linux counts processor time in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;

    /** User and system time, of the process itself and of its children that have ended. */
    private static final int TIMES = 4;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private @Nullable ProcessHandle postgres;
    private double begin;
    private double end;
    private long operations;

    /** Includes a PostgreSQL server from now on. */
    void include(ProcessHandle server) {
        postgres = server;
    }

    /** Begins a round, or begins it again where its work really starts. */
    void begin() {
        operations = 0;
        begin = seconds();
    }

    /** Ends the work of a round. */
    void end(long done) {
        end = seconds();
        operations = done;
    }

    /** Whether the round has said where its work ends. */
    boolean isEnded() {
        return operations > 0;
    }

    /** The processor time for each operation of the round, in microseconds. */
    double microseconds() {
        return 1e6 * (end - begin) / operations;
    }

    private double seconds() {
        double servers = postgres == null
                ? 0
                : Stream.concat(Stream.of(postgres), postgres.descendants())
                        .mapToDouble(ProcessorClock::ofProcess)
                        .sum();
        return system.getProcessCpuTime() / 1e9 + servers;
    }

    /** A session that ends meanwhile counts for the server. */
    private static double ofProcess(ProcessHandle process) {
        try {
            return ticks(process, TIMES) / TICKS_PER_SECOND;
        } catch (IOException e) {
            if (ProcessState.isRunning(process)) {
                throw new IllegalStateException(e);
            }
            return 0;
        }
    }

    /** The user and system time of a process itself, in seconds. */
    static double ofProcessAlone(ProcessHandle process) throws IOException {
        return ticks(process, 2) / TICKS_PER_SECOND;
    }

    private static double ticks(ProcessHandle process, int times) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        // The name in parentheses may contain blanks; the times are the 12th to 15th field after it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = 0; i < times; i++) {
            ticks += Double.parseDouble(fields[USER_TIME + i]);
        }
        return ticks;
    }
}
