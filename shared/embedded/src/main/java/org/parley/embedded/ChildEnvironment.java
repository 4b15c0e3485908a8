package org.parley.embedded;

import java.util.Map;
import java.util.Set;

/**
 * The environment of the programs that this one starts. They get what a program needs to run, by name, and nothing else:
 * this one's own variables may hold passwords, and any program of this user can read those of another.
 */
final class ChildEnvironment {
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LD_LIBRARY_PATH");

    private ChildEnvironment() {}

    /** A program to be started, with nothing of this one's environment that it does not need. */
    static ProcessBuilder of(ProcessBuilder program) {
        Map<String, String> environment = program.environment();
        environment.keySet().retainAll(PASSED_ON);
        // Its messages are read by us.
        environment.put("LC_ALL", "C");
        return program;
    }
}
