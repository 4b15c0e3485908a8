package org.parley.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Function;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.Container;

/** Shifts the wall clock of one ledger; all other clocks stay. */
record ClockJump(int hours) implements Function<ComposeEnvironment, Runnable> {
    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(2);

    @Override
    public Runnable apply(ComposeEnvironment compose) {
        Container ledger = compose.ledger(true);
        put(ledger, hours);
        if (hours > 0) {
            // Otherwise all commands might have gone to the other ledger.
            await().atMost(NOTICED_WITHIN).until(() -> compose.sql(
                            "select exists (select from ledger.negotiation_head where recorded_at > now() + interval '30 min')")
                    .equals("t"));
        }
        return () -> put(ledger, 0);
    }

    private static void put(Container ledger, int hours) {
        // Renames the file, because it is read all the time.
        ledger.run("sh", "-c", "echo '%+dh' >/tmp/next && mv /tmp/next /tmp/clock".formatted(hours));
    }
}
