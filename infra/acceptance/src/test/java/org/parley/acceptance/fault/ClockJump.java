package org.parley.acceptance.fault;

import java.util.function.Function;
import org.parley.acceptance.running.Compose;
import org.parley.acceptance.running.Container;

/** The time of day of one ledger jumps; the other's and everybody else's stays. */
record ClockJump(String by) implements Function<Compose, Runnable> {
    @Override
    public Runnable apply(Compose compose) {
        if (!compose.hasOtherClock()) {
            Compose.notRun("libfaketime is not installed");
        }
        Container ledger = compose.ledger(true);
        put(ledger, by);
        return () -> put(ledger, "+0");
    }

    private static void put(Container ledger, String by) {
        ledger.run("sh", "-c", "echo '" + by + "' >/tmp/next && mv /tmp/next /tmp/clock");
    }
}
