package org.parley.embedded;

import java.util.Map;
import java.util.Set;

/**
 * The environment of child processes: an allow-list of variables. The variables of this process may contain passwords,
 * and any process of the same user can read the environment of another.
 */
final class ChildEnvironment {
    private static final Set<String> ALLOWED = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LD_LIBRARY_PATH");

    private ChildEnvironment() {}

    /** Removes every variable that the program does not need. Returns its argument. */
    static ProcessBuilder of(ProcessBuilder program) {
        Map<String, String> environment = program.environment();
        environment.keySet().retainAll(ALLOWED);
        // Messages in English, because they are logged and shown.
        environment.put("LC_ALL", "C");
        return program;
    }
}
