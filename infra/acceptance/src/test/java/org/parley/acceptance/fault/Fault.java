package org.parley.acceptance.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.testkit.prerequisite.Prerequisite;

/**
 * A fault that is injected and removed again.
 *
 * @param name a description of the fault
 * @param meanwhile how commands are answered until the fault is removed
 * @param isRead whether developments recorded meanwhile must be readable before the fault is removed
 * @param lasts the minimum duration
 * @param isTriedAlways whether every build injects it, or only the long form
 * @param needs what the machine must have to inject it
 * @param injection injects the fault and returns the action that removes it
 */
public record Fault(
        String name,
        Commands meanwhile,
        boolean isRead,
        Duration lasts,
        boolean isTriedAlways,
        List<Prerequisite> needs,
        Function<ComposeEnvironment, Runnable> injection) {
    /** A fault for the long form only that needs nothing but containers. */
    Fault(String name, Commands meanwhile, Duration lasts, Function<ComposeEnvironment, Runnable> injection) {
        this(name, meanwhile, false, lasts, false, List.of(), injection);
    }

    /** How commands are answered during a fault. */
    public enum Commands {
        GO_ON("continue"),
        MAY_WAIT("wait, or get 502 or 503");

        private final String words;

        Commands(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The same fault, injected by every build. */
    Fault always() {
        return new Fault(name, meanwhile, isRead, lasts, true, needs, injection);
    }

    /** The same fault, during which everything must be readable. */
    Fault whileRead() {
        return new Fault(name, meanwhile, true, lasts, isTriedAlways, needs, injection);
    }

    /** The same fault with a prerequisite. */
    Fault needing(Prerequisite prerequisite) {
        return new Fault(name, meanwhile, isRead, lasts, isTriedAlways, List.of(prerequisite), injection);
    }
}
