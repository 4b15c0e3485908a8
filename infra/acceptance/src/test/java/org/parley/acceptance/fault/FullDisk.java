package org.parley.acceptance.fault;

import java.util.function.Function;
import org.parley.acceptance.running.Compose;
import org.parley.acceptance.running.Container;

/** A file takes all that is left on the database's disk. */
final class FullDisk implements Function<Compose, Runnable> {
    private static final String FILLER = "/disk/filler";

    @Override
    public Runnable apply(Compose compose) {
        Container disk = compose.container("disk", 1);
        // It ends with an error: there is no room for the last of it.
        disk.run("sh", "-c", "cat /dev/zero >" + FILLER + " 2>/dev/null || true");
        return () -> {
            disk.run("rm", FILLER);
            // A server that gave up is started again by the engine, but later and later.
            compose.container("postgres", 1).start();
        };
    }
}
