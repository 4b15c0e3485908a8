package org.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process runs. */
public final class ProcessState {
    private ProcessState() {}

    /**
     * Whether the process runs. {@link ProcessHandle#isAlive} is also true of a process that has ended and whose parent
     * has not asked for its exit code: for seconds after a kill, or for ever in a container whose first process does
     * not care about orphans.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            // "12 (a name) Z ...": the name may contain anything. Only Linux has this file.
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException unknown) {
            return false;
        }
    }
}
