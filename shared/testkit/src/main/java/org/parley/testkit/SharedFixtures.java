package org.parley.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fixtures that take long to start and serve many tests: a server, a service, a browser. Each starts once per JVM, for
 * the first test that requests its key, and is closed when the JVM ends. They are closed in reverse order of their
 * start, so that a service closes before the servers that it uses.
 *
 * <p>Tests that share a fixture use separate data in it, such as a negotiation, a database or a topic. A test that
 * stops, breaks or restarts a fixture starts its own.
 */
public final class SharedFixtures {
    private static final Logger LOG = LoggerFactory.getLogger(SharedFixtures.class);
    private static final SharedFixtures OF_THIS_JVM = new SharedFixtures();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OF_THIS_JVM::closeAll, "shared-fixtures"));
    }

    private final Map<Object, Fixture<?>> fixtures = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    SharedFixtures() {}

    /**
     * The fixture of this JVM for a key.
     *
     * @param key identifies the fixture: a type or a name if there is one of its kind, otherwise its configuration
     * @param start starts the fixture, once; it may request other fixtures, which are then closed after this one. If it
     *     fails, the next call tries again
     */
    public static <T extends AutoCloseable> T get(Object key, Supplier<T> start) {
        return OF_THIS_JVM.getOrStart(key, start);
    }

    @SuppressWarnings("unchecked") // a key always comes with the same type
    <T extends AutoCloseable> T getOrStart(Object key, Supplier<T> start) {
        return ((Fixture<T>) fixtures.computeIfAbsent(key, each -> new Fixture<T>())).getOrStart(start);
    }

    /** Starts outside {@code computeIfAbsent}: a fixture may request another while it starts. */
    private final class Fixture<T extends AutoCloseable> {
        private @Nullable T value;

        synchronized T getOrStart(Supplier<T> start) {
            T present = value;
            if (present == null) {
                present = start.get();
                value = present;
                synchronized (started) {
                    started.push(present);
                }
            }
            return present;
        }
    }

    /** Closes all fixtures; a failure is logged and does not prevent the others from closing. */
    void closeAll() {
        synchronized (started) {
            while (!started.isEmpty()) {
                AutoCloseable last = started.pop();
                try {
                    last.close();
                } catch (Exception e) {
                    LOG.warn("{} did not close", last, e);
                }
            }
        }
    }
}
