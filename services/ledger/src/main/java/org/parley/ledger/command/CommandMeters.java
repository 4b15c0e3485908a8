package org.parley.ledger.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.contract.InvalidRequest;
import org.parley.history.Refused;
import org.parley.ledger.command.Ledger.Receipt;
import org.parley.ledger.store.Conflicts;
import org.parley.ledger.store.Halted;
import org.parley.matter.Command;
import org.springframework.security.access.AccessDeniedException;

/**
 * Counts what becomes of commands, by their type and by the reason of a refusal, and measures how long that takes. No
 * label holds anything that an editor typed. Trials are not counted.
 */
final class CommandMeters {
    private static final String NOT_READ = "unread";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofMillis(2_500), Duration.ofSeconds(5), Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Reads and records a command. */
    interface Work {
        /**
         * Does it.
         *
         * @param named to be told which command it is once that is known
         */
        Receipt run(Consumer<Command> named);
    }

    /** Why a command was not recorded, as a label. */
    private record Reason(String outcome, String name) {
        static Reason of(RuntimeException thrown) {
            return switch (thrown) {
                case InvalidRequest e -> refused("Invalid");
                case Refused e -> refused(e.refusal().getClass().getSimpleName());
                case Conflict e -> refused(e.outcome().getClass().getSimpleName());
                case AccessDeniedException e -> refused("NotYourRole");
                case Halted e -> new Reason("failed", "Halted");
                case StoreUnavailable e -> new Reason("failed", "StoreUnavailable");
                default -> new Reason("failed", Conflicts.isStoreAway(thrown) ? "StoreUnavailable" : "Error");
            };
        }

        private static Reason refused(String name) {
            return new Reason("refused", name);
        }
    }

    /** Does the work and counts what became of it. */
    Receipt count(Work work) {
        long begin = System.nanoTime();
        String[] type = {NOT_READ};
        try {
            Receipt receipt = work.run(command -> type[0] = command.type());
            count(type[0], new Reason(receipt.isNew() ? "accepted" : "repeated", "none"), begin);
            return receipt;
        } catch (RuntimeException e) {
            count(type[0], Reason.of(e), begin);
            throw e;
        }
    }

    private void count(String type, Reason reason, long begin) {
        Counter.builder("parley.commands")
                .description("Commands, by what became of them and why they were refused")
                .tags("command", type, "outcome", reason.outcome(), "reason", reason.name())
                .register(registry)
                .increment();
        Timer.builder("parley.command.duration")
                .description("How long a command takes until it is recorded or refused")
                .tag("outcome", reason.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begin));
    }
}
