package org.parley.acceptance.fault;

import java.time.Duration;
import java.util.function.Function;
import org.parley.acceptance.running.Compose;

/**
 * Something that goes wrong, and is put right again.
 *
 * @param name what happens
 * @param meanwhile what becomes of commands until it is put right
 * @param isRead whether what is recorded meanwhile is read before it is put right
 * @param lasts for how long, at least
 * @param often whether it is tried on every run, or only in the long form
 * @param injection makes it happen, and returns what puts it right
 */
public record Fault(
        String name,
        Commands meanwhile,
        boolean isRead,
        Duration lasts,
        boolean often,
        Function<Compose, Runnable> injection) {
    Fault(String name, Commands meanwhile, Duration lasts, Function<Compose, Runnable> injection) {
        this(name, meanwhile, false, lasts, true, injection);
    }

    /** What becomes of commands. */
    public enum Commands {
        GO_ON("go on"),
        MAY_WAIT("wait, or are told so (502, 503)");

        private final String words;

        Commands(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The same, for the long form only. */
    Fault seldom() {
        return new Fault(name, meanwhile, isRead, lasts, false, injection);
    }

    /** The same, and everything is read meanwhile. */
    Fault whileRead() {
        return new Fault(name, meanwhile, true, lasts, often, injection);
    }
}
