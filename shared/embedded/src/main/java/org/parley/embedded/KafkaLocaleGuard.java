package org.parley.embedded;

import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Kafka parses some settings with {@code toUpperCase()} in the default locale. In a locale where the upper case of
 * {@code i} is not {@code I}, such as Turkish, it fails to start with "No enum constant ... CLASSİC" (seen with 4.2.2).
 */
final class KafkaLocaleGuard implements AutoCloseable {
    private static final ReentrantLock LOCK = new ReentrantLock();

    private final Locale original;

    private KafkaLocaleGuard(Locale original) {
        this.original = original;
    }

    /** Sets a locale in which Kafka starts, until the same thread closes it. Usually changes nothing. */
    static KafkaLocaleGuard forStart() {
        LOCK.lock();
        Locale original = Locale.getDefault();
        if (!"i".toUpperCase(original).equals("I")) {
            Locale.setDefault(Locale.ROOT);
        }
        return new KafkaLocaleGuard(original);
    }

    @Override
    public void close() {
        if (!Locale.getDefault().equals(original)) {
            Locale.setDefault(original);
        }
        LOCK.unlock();
    }
}
