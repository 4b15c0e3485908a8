package org.parley.acceptance.fault;

import java.util.function.Function;
import org.parley.acceptance.running.Compose;
import org.parley.acceptance.running.Container;

/** Fills the database's disk with a file. */
final class FullDisk implements Function<Compose, Runnable> {
    private static final String FILLER = "/disk/filler";

    @Override
    public Runnable apply(Compose compose) {
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
