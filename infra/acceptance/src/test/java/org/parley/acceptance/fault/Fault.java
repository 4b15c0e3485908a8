package org.parley.acceptance.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.parley.acceptance.running.Compose;
import org.parley.testkit.prerequisite.Prerequisite;

/**
 * Something that goes wrong, and is put right again.
 *
 * @param name what happens
 * @param meanwhile what becomes of commands until it is put right
 * @param isRead whether what is recorded meanwhile is read before it is put right
 * @param lasts for how long, at least
 * @param isTriedAlways whether it is tried by every build, or only in the long form
 * @param needs what the machine must have for it
 * @param injection makes it happen, and returns what puts it right
 */
public record Fault(
        String name,
        Commands meanwhile,
        boolean isRead,
        Duration lasts,
        boolean isTriedAlways,
        List<Prerequisite> needs,
        Function<Compose, Runnable> injection) {
    /** One that is tried in the long form only, and needs nothing but containers. */
    Fault(String name, Commands meanwhile, Duration lasts, Function<Compose, Runnable> injection) {
        this(name, meanwhile, false, lasts, false, List.of(), injection);
    }

    /** What becomes of commands. */
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

    /** The same, tried by every build. */
    Fault always() {
        return new Fault(name, meanwhile, isRead, lasts, true, needs, injection);
    }

    /** The same, and everything is read meanwhile. */
    Fault whileRead() {
        return new Fault(name, meanwhile, true, lasts, isTriedAlways, needs, injection);
    }

    /** The same, where the machine has something. */
    Fault needing(Prerequisite prerequisite) {
        return new Fault(name, meanwhile, isRead, lasts, isTriedAlways, List.of(prerequisite), injection);
    }
}
