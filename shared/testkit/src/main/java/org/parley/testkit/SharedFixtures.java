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
 * What takes long to start and serves many tests: a server, a service, a browser. Each is started once per JVM, for the
 * first test that asks for its key, and closed when the JVM ends: the last that started first, so that a service closes
 * before the servers on which it runs.
 *
 * <p>Tests that share a fixture keep apart by what they put into it, such as a negotiation, a database or a topic. A test
 * that stops, breaks or restarts something starts its own.
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
     * @param key what tells the fixture from others: a type or a name where there is one of the kind, else its
     *     configuration
     * @param start starts it, once; it may ask for other fixtures, which then outlive this one. When it fails, the next
     *     call tries again
     */
    public static <T extends AutoCloseable> T get(Object key, Supplier<T> start) {
        return OF_THIS_JVM.getOrStart(key, start);
    }

    @SuppressWarnings("unchecked") // a key always comes with the same type
    <T extends AutoCloseable> T getOrStart(Object key, Supplier<T> start) {
        return ((Fixture<T>) fixtures.computeIfAbsent(key, each -> new Fixture<T>())).getOrStart(start);
    }

    /** Not within {@code computeIfAbsent}: a fixture may ask for another while it starts. */
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

    /** Closes everything; what fails to close is logged and keeps nothing else from closing. */
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
