package org.parley.embedded;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prevents Kafka from ending this JVM: a failing broker calls {@code System.exit} or halts. */
final class KafkaExitGuard {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExitGuard.class);
    private static final Set<Consumer<String>> WATCHERS = new CopyOnWriteArraySet<>();

    private KafkaExitGuard() {}

    /** Registers a watcher for the failure of any broker of this JVM; Kafka does not tell which broker failed. */
    static void watch(Consumer<String> watcher) {
        WATCHERS.add(watcher);
        Exit.setExitProcedure(KafkaExitGuard::refuse);
        Exit.setHaltProcedure(KafkaExitGuard::refuse);
    }

    static void unwatch(Consumer<String> watcher) {
        WATCHERS.remove(watcher);
    }

    private static void refuse(int status, @Nullable String message) {
        String reason = "status " + status + (message == null ? ", see the log before this" : ", " + message);
        LOG.error("Kafka failed: {}", reason);
        WATCHERS.forEach(watcher -> watcher.accept(reason));
        // Kafka's code does not expect to continue after an exit, so the thread must end here.
        throw new IllegalStateException("Kafka failed: " + reason);
    }
}
