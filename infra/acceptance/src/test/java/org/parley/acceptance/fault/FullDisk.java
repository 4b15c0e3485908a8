package org.parley.acceptance.fault;

import java.util.function.Function;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.Container;

/** Fills the database's disk with a file. */
final class FullDisk implements Function<ComposeEnvironment, Runnable> {
    private static final String FILLER = "/disk/filler";

    @Override
    public Runnable apply(ComposeEnvironment compose) {
        Container disk = compose.container("disk", 1);
        // The command fails when the disk is full.
        disk.run("sh", "-c", "cat /dev/zero >" + FILLER + " 2>/dev/null || true");
        return () -> {
            disk.run("rm", FILLER);
            // The container engine restarts a failed server only with increasing delays.
            compose.container("postgres", 1).start();
        };
    }
}
