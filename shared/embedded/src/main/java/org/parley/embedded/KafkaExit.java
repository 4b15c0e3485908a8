package org.parley.embedded;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps Kafka from ending the whole program: a broker in trouble calls {@code System.exit} or halts. */
final class KafkaExit {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);
    private static final Set<Consumer<String>> WATCHERS = new CopyOnWriteArraySet<>();

    private KafkaExit() {}

    /** Tells the watcher why a broker of this JVM gave up. Kafka does not say which broker it was. */
    static void watch(Consumer<String> watcher) {
        WATCHERS.add(watcher);
        Exit.setExitProcedure(KafkaExit::refuse);
        Exit.setHaltProcedure(KafkaExit::refuse);
    }

    static void forget(Consumer<String> watcher) {
        WATCHERS.remove(watcher);
    }

    private static void refuse(int status, @Nullable String message) {
        String reason = "status " + status + (message == null ? ", see the log before this" : ", " + message);
        LOG.error("Kafka gave up: {}", reason);
        WATCHERS.forEach(watcher -> watcher.accept(reason));
        // Code after an exit is not written to be reached, so its thread must not go on.
        throw new IllegalStateException("Kafka gave up: " + reason);
    }
}
