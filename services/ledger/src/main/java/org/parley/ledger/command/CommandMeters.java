package org.parley.ledger.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.matter.Command;
import org.parley.ledger.admission.CommandFailures;
import org.parley.ledger.command.CommandRecorder.Receipt;
import org.parley.ledger.store.LedgerHaltedException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Counts commands by type and outcome, and measures their duration. No tag contains text that an editor typed. Dry runs
 * are not counted.
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
        /** @param named receives the command once it is parsed */
        Receipt run(Consumer<Command> named);
    }

    /** The outcome of a command as tags. */
    private record Reason(String outcome, String name) {
        static Reason of(RuntimeException thrown) {
            return switch (thrown) {
                case InvalidRequestException e -> refused("Invalid");
                case CommandRefusedException e -> refused(e.refusal().getClass().getSimpleName());
                case CommandConflictException e ->
                    refused(e.outcome().getClass().getSimpleName());
                case AccessDeniedException e -> refused("NotYourRole");
                case LedgerHaltedException e -> new Reason("failed", "Halted");
                case StoreUnavailableException e -> new Reason("failed", "StoreUnavailable");
                default ->
                    new Reason("failed", CommandFailures.isStoreUnavailable(thrown) ? "StoreUnavailable" : "Error");
            };
        }

        private static Reason refused(String name) {
            return new Reason("refused", name);
        }
    }

    /** Runs the work and counts its outcome. */
    Receipt count(Work work) {
        return count(System.nanoTime(), work);
    }

    /**
     * Runs the work and counts its outcome.
     *
     * @param begin when the command was received, as {@link System#nanoTime}
     */
    Receipt count(long begin, Work work) {
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
                .description("Commands by outcome and reason of refusal")
                .tags("command", type, "outcome", reason.outcome(), "reason", reason.name())
                .register(registry)
                .increment();
        Timer.builder("parley.command.duration")
                .description("Time until a command is recorded or refused")
                .tag("outcome", reason.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begin));
    }
}
